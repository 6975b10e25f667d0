import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import { dateInWords } from "../../../contracts/dates.js";
import type { RulesView } from "../../../contracts/api/rules-view.js";
import { PageHead } from "../../components/page-head.js";
import { Failed, Loading } from "../../components/states.js";
import { shortHash } from "../../format.js";
import { rulesQuery } from "../../server/queries.js";
import { sv } from "../../texts/sv.js";
import { Delegation } from "./delegation.js";
import { Provisions } from "./provisions.js";
import { Readings } from "./readings.js";
import { RuleTableView } from "./rule-table-view.js";

const layers = { national: sv.rules.national, municipal: sv.rules.municipal } as const;

const Contents = ({ rules }: { readonly rules: RulesView }) => (
  <nav className="panel stack contents" aria-label={sv.rules.contents}>
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
        <a href="#delegation">{sv.rules.delegation}</a>
      </li>
      <li>
        <a href="#readings">{sv.rules.readings}</a>
      </li>
      <li>
        <a href="#provisions">{sv.rules.provisions}</a>
      </li>
    </ul>
  </nav>
);

/** The rules in force as prose and tables. Read only. */
export const RulesPage = (): ReactNode => {
  const rules = useQuery(rulesQuery);
  return (
    <>
      <PageHead title={sv.rules.title} documentTitle={sv.rules.title}>
        <p className="muted small">
          {rules.data === undefined
            ? ""
            : `${sv.rules.inForce} ${dateInWords(rules.data.on)} · ${sv.case.rulebook} ${rules.data.rulebookVersion}. `}
          {sv.rules.readOnly}
        </p>
      </PageHead>
      <div className="page-body">
        {rules.isError ? <Failed error={rules.error} onRetry={() => rules.refetch()} /> : null}
        {rules.isPending ? <Loading /> : null}
        {rules.data === undefined ? null : (
          <div className="rules">
            <Contents rules={rules.data} />
            <div className="stack">
              {rules.data.packs.map((pack) => (
                <section key={pack.id} className="stack" aria-labelledby={`pack-${pack.id}`}>
                  <h2 id={`pack-${pack.id}`}>
                    {layers[pack.layer]}: {pack.title}{" "}
                    <span className="small muted">
                      version {pack.version}, {sv.rules.stamp} <span className="hash">{shortHash(pack.hash)}</span>
                    </span>
                  </h2>
                  {pack.tables.map((table) => (
                    <RuleTableView key={table.id} id={`${pack.id}-${table.id}`} table={table} />
                  ))}
                </section>
              ))}
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
