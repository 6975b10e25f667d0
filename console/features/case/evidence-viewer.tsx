import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import type { EvidenceView, ShownCase } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { Dialog } from "../../components/dialog.js";
import { Failed, Loading } from "../../components/states.js";
import { readBytes } from "../../server/request.js";
import { sv } from "../../texts/sv.js";
import { EvidenceFacts } from "./evidence-card.js";
import { EvidencePicture } from "./evidence-picture.js";

type Props = {
  readonly shown: Pick<ShownCase, "caseId" | "evidence">;
  readonly evidenceId: string | undefined;
  readonly onClose: () => void;
};

/** The address of fetched bytes, for as long as they are shown. */
const useAddressOf = (blob: Blob | undefined): string | undefined => {
  const address = useMemo(() => (blob === undefined ? undefined : URL.createObjectURL(blob)), [blob]);
  useEffect(
    () => () => {
      if (address !== undefined) URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
};

const addressOf = (caseId: string, evidence: EvidenceView): string => `/api/cases/${caseId}/evidence/${evidence.id}`;

/** The page to begin with: where something was read, else the first. */
const pageOf = ({ fields }: EvidenceView): number => fields.find(({ region }) => region !== undefined)?.page ?? 1;

const Bytes = ({ caseId, evidence }: { readonly caseId: string; readonly evidence: EvidenceView }) => {
  const address = addressOf(caseId, evidence);
  const page = pageOf(evidence);
  const isPicture = evidence.hasPagePictures || evidence.mediaType.startsWith("image/");
  const bytes = useQuery({
    queryKey: ["case", caseId, "evidence", evidence.id],
    queryFn: () => readBytes(evidence.hasPagePictures ? `${address}/pages/${String(page)}` : address),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const shownAt = useAddressOf(bytes.data);
  if (bytes.isError) return <Failed error={bytes.error} onRetry={() => bytes.refetch()} />;
  if (shownAt === undefined) return <Loading />;
  if (isPicture) return <EvidencePicture address={shownAt} evidence={evidence} page={page} />;
  // A page from outside is shown without scripts, forms or links; the browser's own reader of PDF has none of ours.
  const sandbox = evidence.mediaType === "text/html" ? { sandbox: "" } : {};
  return <iframe className="evidence-frame" title={evidence.title} src={shownAt} {...sandbox} />;
};

/** A piece of evidence at full size, with the place that was read marked. */
export const EvidenceViewer = ({ shown, evidenceId, onClose }: Props) => {
  const evidence = shown.evidence.find(({ id }) => id === evidenceId);
  return (
    <Dialog wide title={evidence?.title ?? ""} isOpen={evidence !== undefined} onClose={onClose}>
      {evidence === undefined ? null : (
        <div className="viewer">
          <Bytes caseId={shown.caseId} evidence={evidence} />
          <div className="stack">
            <EvidenceFacts evidence={evidence} />
            {evidence.hasPagePictures ? (
              <p>
                <a className="button" href={addressOf(shown.caseId, evidence)} target="_blank" rel="noopener">
                  {sv.case.openOriginal}
                </a>
              </p>
            ) : null}
            <p className="small muted">{sv.case.evidenceLogged}</p>
          </div>
        </div>
      )}
      <div className="dialog-actions">
        <Button autoFocus shortcut="Esc" onPress={onClose}>
          {sv.common.close}
        </Button>
      </div>
    </Dialog>
  );
};
