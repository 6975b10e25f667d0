import type { ReactNode } from "react";
import { keepPreviousData, useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { dateInWords, monthInWords } from "../../../contracts/dates.js";
import type { RulesView } from "../../../contracts/api/rules-view.js";
import { PageHead } from "../../components/page-head.js";
import { CommandError, Failed, Loading } from "../../components/states.js";
import { shortHash } from "../../format.js";
import { portalsQuery, rulesQuery } from "../../server/insight-queries.js";
import { sessionQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { Portals } from "../month/portals.js";
import { placesOf } from "../shell/home-of.js";
import { compareTables, sameTable } from "./compare.js";
import { Delegation } from "./delegation.js";
import { Provisions } from "./provisions.js";
import { Readings } from "./readings.js";
import { RuleMonths } from "./rule-months.js";
import { RuleTableView } from "./rule-table-view.js";
import { RulesLinks, useSeesWorkshop } from "../workshop/rules-links.js";
import { Stops } from "../workshop/stops.js";

const text = sv.rules;
const layers = { national: text.national, municipal: text.municipal } as const;

const Contents = ({ rules }: { readonly rules: RulesView }) => (
  <nav className="panel stack contents" aria-label={text.contents}>
    {rules.packs.map((pack) => (
      <div key={pack.id}>
        <h3>
          {layers[pack.layer]}: {pack.title}
        </h3>
        <ul>
          {pack.tables.map((table) => (
            <li key={table.id}>
              <a href={`#${pack.id}-${table.id}`}>{table.title}</a>
            </li>
          ))}
        </ul>
      </div>
    ))}
    <ul>
      <li>
        <a href="#delegation">{text.delegation}</a>
      </li>
      <li>
        <a href="#readings">{text.readings}</a>
      </li>
      <li>
        <a href="#not-codified">{text.notCodified}</a>
      </li>
      <li>
        <a href="#provisions">{text.provisions}</a>
      </li>
    </ul>
  </nav>
);

const Packs = ({ rules, then }: { readonly rules: RulesView; readonly then: RulesView | undefined }) =>
  rules.packs.map((pack) => (
    <section key={pack.id} className="stack" aria-labelledby={`pack-${pack.id}`}>
      <h2 id={`pack-${pack.id}`}>
        {layers[pack.layer]}: {pack.title}{" "}
        <span className="small muted">
          version {pack.version}, {text.stamp} <span className="hash">{shortHash(pack.hash)}</span>
        </span>
      </h2>
      {pack.tables.map((table) => (
        <RuleTableView
          key={table.id}
          id={`${pack.id}-${table.id}`}
          table={table}
          comparison={then && compareTables(table, sameTable(then, { layer: pack.layer, id: table.id }))}
        />
      ))}
    </section>
  ));

/** The outside systems, for an administrator: they do not see the month, where they otherwise stand. */
const PortalsForAdministrator = () => {
  const { data: session } = useSuspenseQuery(sessionQuery);
  const isShown = session.roles.includes("administrator") && !placesOf(session.roles).includes("/manaden");
  const { data, error } = useQuery({ ...portalsQuery, enabled: isShown });
  return (
    <>
      <CommandError error={error} />
      {data === undefined ? null : <Portals portals={data.portals} />}
    </>
  );
};

/** The rules of a month as prose and tables, beside another month's where asked, and what is stopped of them. */
export const RulesPage = (): ReactNode => {
  const search = useSearch({ from: "/regler" });
  const rules = useQuery({ ...rulesQuery(search.month), placeholderData: keepPreviousData });
  const other = useQuery({ ...rulesQuery(search.with), enabled: search.with !== undefined });
  const seesWorkshop = useSeesWorkshop();
  return (
    <>
      <PageHead title={text.title} documentTitle={text.title}>
        <p className="muted small">
          {rules.data === undefined
            ? ""
            : `${text.forMonth} ${monthInWords(rules.data.month)}. ${text.onDay} ${dateInWords(rules.data.on)}. ${text.rulebook} ${rules.data.rulebookVersion}. `}
          {text.readOnly}
        </p>
        {rules.data === undefined ? null : <RuleMonths rules={rules.data} compared={search.with} />}
        <RulesLinks current="/regler" />
      </PageHead>
      <div className="page-body stack">
        {rules.isError ? <Failed error={rules.error} onRetry={() => rules.refetch()} /> : null}
        {other.isError ? <Failed error={other.error} onRetry={() => other.refetch()} /> : null}
        {rules.isPending ? <Loading /> : null}
        {rules.data === undefined ? null : <PortalsForAdministrator />}
        {rules.data !== undefined && seesWorkshop ? <Stops /> : null}
        {rules.data === undefined ? null : (
          <div className="rules">
            <Contents rules={rules.data} />
            <div className="stack">
              <Packs rules={rules.data} then={search.with === undefined ? undefined : other.data} />
              <Delegation lines={rules.data.delegation} />
              <Readings readings={rules.data.readings} />
              <Provisions provisions={rules.data.provisions} />
            </div>
          </div>
        )}
      </div>
    </>
  );
};
