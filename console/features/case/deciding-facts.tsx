import { useQuery } from "@tanstack/react-query";
import type { DecidingFacts as Deciding } from "../../../contracts/api/deciding-facts.js";
import type { ShownCase } from "../../../contracts/api/case-view.js";
import { factEffectNames, factEffectSchema, type NearestFact } from "../../../contracts/explanation.js";
import { Failed, Loading } from "../../components/states.js";
import { kronor } from "../../format.js";
import { decidingFactsQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.case;

/** "6 190 kr mer", "8 dagar senare"; nothing for what is one answer instead of another. */
const difference = ({ differenceOre, differenceDays }: NearestFact): string | undefined => {
  const { more, less, later, earlier, day, days } = text.differs;
  if (differenceOre !== undefined)
    return `${kronor(Math.abs(differenceOre))} ${sv.common.kr} ${differenceOre > 0 ? more : less}`;
  if (differenceDays === undefined) return undefined;
  const count = Math.abs(differenceDays);
  return `${String(count)} ${count === 1 ? day : days} ${differenceDays > 0 ? later : earlier}`;
};

const Fact = ({ fact }: { readonly fact: NearestFact }) => (
  <li className="provision">
    <h4>{fact.title}</h4>
    <dl className="facts">
      <div className="fact-line">
        <dt>{text.now}</dt>
        <dd>{fact.fromText}</dd>
      </div>
      <div className="fact-line">
        <dt>{text.turnsAt}</dt>
        <dd>{[fact.toText, difference(fact)].filter(Boolean).join(", ")}</dd>
      </div>
    </dl>
    <p>{fact.becomes}</p>
    <p className="small muted">{[fact.provision.title, ...fact.basis].join(" · ")}</p>
  </li>
);

const Facts = ({ facts }: Pick<Deciding, "facts">) =>
  factEffectSchema.options.map((effect) => {
    const ofEffect = facts.filter((fact) => fact.effect === effect);
    return ofEffect.length === 0 ? null : (
      <section key={effect} className="stack">
        <h3>{factEffectNames[effect]}</h3>
        <ul className="stack">
          {ofEffect.map((fact) => (
            <Fact key={`${fact.kind} ${fact.path}`} fact={fact} />
          ))}
        </ul>
      </section>
    );
  });

/** The smallest changes of one fact that would turn the assessment, fetched when somebody looks. For staff only. */
export const DecidingFacts = ({ shown }: { readonly shown: Pick<ShownCase, "caseId" | "sequence"> }) => {
  const deciding = useQuery(decidingFactsQuery(shown));
  if (deciding.isError) return <Failed error={deciding.error} onRetry={() => deciding.refetch()} />;
  if (deciding.data === undefined) return <Loading />;
  return (
    <>
      <h2>{text.tabs.deciding}</h2>
      <p className="small muted">
        {text.decidingIntro} {text.decidingLogged}
      </p>
      <p>{deciding.data.summary}</p>
      <Facts facts={deciding.data.facts} />
    </>
  );
};
