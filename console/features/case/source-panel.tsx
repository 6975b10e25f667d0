import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { CalculationRow, CaseView, ShownCase } from "../../../contracts/api/case-view.js";
import { Button } from "../../components/button.js";
import { CopyFigure } from "../../components/copy-figure.js";
import { dayAndTime, kronor } from "../../format.js";
import { sv } from "../../texts/sv.js";
import { LetterPreview } from "../letter/letter-preview.js";
import { DecidingFacts } from "./deciding-facts.js";
import { EvidenceCard } from "./evidence-card.js";
import { SentLetters } from "./sent-letters.js";
import { ProvisionText } from "./provision-text.js";

type Props = {
  readonly view: CaseView;
  readonly row: CalculationRow | undefined;
  readonly onOpenEvidence: (evidenceId: string) => void;
  readonly onCorrect: (row: CalculationRow) => void;
  readonly onLetterSeen: () => void;
};

const Letter = ({ shown, onLetterSeen }: Pick<Props, "onLetterSeen"> & { readonly shown: ShownCase }) =>
  shown.letterAvailable ? (
    <div className="stack">
      <p>{shown.decision === null ? sv.case.letterIntro : sv.case.letterSent}</p>
      {shown.decision === null ? <LetterPreview shown={shown} onSeen={onLetterSeen} /> : null}
      <p>
        <a className="button" href={`/api/cases/${shown.caseId}/letter`} target="_blank" rel="noopener">
          {sv.case.openLetter}
        </a>
      </p>
    </div>
  ) : (
    <p className="muted">{sv.case.letterMissing}</p>
  );

/** What the row is made of, each figure by itself. */
const Parts = ({ parts }: Pick<CalculationRow, "parts">) => (
  <dl className="facts">
    {parts.map(({ label, value }) => (
      <div key={label} className="fact-line">
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** Where a row's figure comes from, in one line: the evidence, the provision and the rulebook, in this case. */
const sourceOf = ({
  row,
  provisions,
  evidence,
  shown,
}: Pick<ShownCase, "provisions" | "evidence"> & { readonly row: CalculationRow; readonly shown: ShownCase }): string =>
  [
    ...evidence.map(({ title, source, fetchedAt }) => `${title} (${source}, ${dayAndTime(fetchedAt)})`),
    ...(evidence.length === 0 && row.mark !== undefined ? [row.mark.label] : []),
    ...provisions.flatMap(({ basis }) => basis),
    `${sv.case.rulebook} ${shown.rulebookVersion}`,
    `ärende ${shown.reference}`,
  ].join("; ");

/** For the row in focus the evidence and the provision; the letter as it will be sent; and what the outcome hangs on. */
export const SourcePanel = ({ view, row, onOpenEvidence, onCorrect, onLetterSeen }: Props) => {
  const { shown } = view;
  const isOpen = shown.decision === null && shown.closing === null;
  const evidence = shown.evidence.filter(({ id }) => row?.evidenceIds.includes(id) === true);
  const provisions = shown.provisions.filter(({ id }) => row?.provisionIds.includes(id) === true);
  return (
    <Tabs className="stack">
      <TabList aria-label={sv.case.tabs.evidence} className="panel-tabs">
        <Tab id="evidence">{sv.case.tabs.evidence}</Tab>
        <Tab id="rule">{sv.case.tabs.rule}</Tab>
        <Tab id="letter">{sv.case.tabs.letter}</Tab>
        <Tab id="deciding">{sv.case.tabs.deciding}</Tab>
      </TabList>
      <TabPanel id="evidence" className="stack">
        {row === undefined ? null : (
          <h2>
            {row.label}{" "}
            {row.computedOre === null ? null : (
              <CopyFigure
                label={row.label}
                figure={`${kronor(row.computedOre)} ${sv.common.kr}`}
                source={sourceOf({ row, provisions, evidence, shown })}
              />
            )}
          </h2>
        )}
        {row?.explanation === undefined ? null : <p>{row.explanation}</p>}
        {row === undefined || row.parts.length === 0 ? null : <Parts parts={row.parts} />}
        {evidence.length === 0 ? <p className="muted">{sv.case.noEvidence}</p> : null}
        {evidence.map((one) => (
          <EvidenceCard key={one.id} evidence={one} onOpen={onOpenEvidence} />
        ))}
        {row === undefined || row.correctable.length === 0 || !isOpen ? null : (
          <p>
            <Button
              onPress={() => {
                onCorrect(row);
              }}
            >
              {sv.case.correct}
            </Button>
          </p>
        )}
        {provisions.map((provision) => (
          <ProvisionText key={provision.id} provision={provision} version={shown.rulebookVersion} />
        ))}
      </TabPanel>
      <TabPanel id="rule" className="stack">
        {provisions.length === 0 ? <p className="muted">{sv.case.noRule}</p> : null}
        {provisions.map((provision) => (
          <ProvisionText key={provision.id} provision={provision} version={shown.rulebookVersion} />
        ))}
      </TabPanel>
      <TabPanel id="letter" className="stack">
        <SentLetters view={view} />
        <Letter shown={shown} onLetterSeen={onLetterSeen} />
      </TabPanel>
      <TabPanel id="deciding" className="stack">
        <DecidingFacts shown={shown} />
      </TabPanel>
    </Tabs>
  );
};
