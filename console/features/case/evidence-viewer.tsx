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

const Bytes = ({ caseId, evidence }: { readonly caseId: string; readonly evidence: EvidenceView }) => {
  const bytes = useQuery({
    queryKey: ["case", caseId, "evidence", evidence.id],
    queryFn: () => readBytes(`/api/cases/${caseId}/evidence/${evidence.id}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const address = useAddressOf(bytes.data);
  if (bytes.isError) return <Failed error={bytes.error} onRetry={() => bytes.refetch()} />;
  if (address === undefined) return <Loading />;
  switch (evidence.mediaType) {
    case "image/png":
    case "image/jpeg":
      return <EvidencePicture address={address} evidence={evidence} />;
    case "text/html":
      return <iframe className="evidence-frame" title={evidence.title} src={address} sandbox="" />;
    case "application/pdf":
      return <iframe className="evidence-frame" title={evidence.title} src={address} />;
  }
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
