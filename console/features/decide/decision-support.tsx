import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import { standingAtOwnDecision } from "../../../contracts/codes/own-decision.js";
import type { DecisionDraft } from "../../../contracts/decision-draft.js";
import { Button } from "../../components/button.js";
import { decideTexts as text } from "../../texts/decide.js";
import { ProvisionText } from "../case/provision-text.js";
import { LetterPreview } from "../letter/letter-preview.js";
import { factsToWeigh } from "./facts-to-weigh.js";

type Props = {
  readonly shown: ShownCase;
  readonly draft: DecisionDraft | undefined;
  readonly onUse: (sentence: string) => void;
  readonly onLetterSeen: () => void;
};

const OpenQuestions = ({ shown }: Pick<Props, "shown">) => (
  <section className="stack">
    <h3>{text.questions}</h3>
    {shown.questions.length === 0 ? <p>{text.noQuestions}</p> : null}
    <ul className="stack">
      {shown.questions.map(({ reason, title, lineId, text: differs }) => {
        const { standing } = standingAtOwnDecision[reason];
        return (
          <li key={`${reason} ${lineId ?? ""}`} className="fact">
            <strong>{title}</strong>
            <span className="small">{differs}</span>
            <span className={standing === "must-be-closed" ? "tag bad" : "tag warn"}>{text.stands[standing]}</span>
          </li>
        );
      })}
    </ul>
  </section>
);

const Facts = ({ shown, onUse }: Pick<Props, "shown" | "onUse">) => {
  const facts = factsToWeigh(shown);
  return (
    <section className="stack">
      <h3>{text.facts}</h3>
      {facts.length === 0 ? <p className="muted">{text.nothingToWeigh}</p> : null}
      <ul className="stack">
        {facts.map((fact) => (
          <li key={`${fact.source} ${fact.text}`} className="fact with-action">
            <span>
              {fact.text} <span className="small muted">{fact.source}</span>
            </span>
            <Button
              aria-label={`${text.addToReasons}: ${fact.text}`}
              onPress={() => {
                onUse(fact.text);
              }}
            >
              {text.addToReasons}
            </Button>
          </li>
        ))}
      </ul>
      <h3>{text.household}</h3>
      <ul className="bullets">
        {shown.persons.map(({ id, name, role, age }) => (
          <li key={id}>
            {name}, {role.toLowerCase()}, {age} år
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What the system can offer the one who decides: what stands open, facts to weigh, the law, and the letter as it grows. */
export const DecisionSupport = ({ shown, draft, onUse, onLetterSeen }: Props) => (
  <Tabs className="stack">
    <TabList aria-label={text.support} className="panel-tabs">
      <Tab id="facts">{text.supportTabs.facts}</Tab>
      <Tab id="law">{text.supportTabs.law}</Tab>
      <Tab id="letter">{text.supportTabs.letter}</Tab>
    </TabList>
    <TabPanel id="facts" className="stack">
      <OpenQuestions shown={shown} />
      <Facts shown={shown} onUse={onUse} />
    </TabPanel>
    <TabPanel id="law" className="stack">
      <p>
        <strong>{shown.proposal.basis}</strong>
      </p>
      {shown.provisions.map((provision) => (
        <ProvisionText key={provision.id} provision={provision} version={shown.rulebookVersion} />
      ))}
    </TabPanel>
    <TabPanel id="letter" className="stack">
      {draft === undefined ? (
        <p className="muted">{text.letterAfter}</p>
      ) : (
        <LetterPreview shown={shown} draft={draft} onSeen={onLetterSeen} />
      )}
    </TabPanel>
  </Tabs>
);
