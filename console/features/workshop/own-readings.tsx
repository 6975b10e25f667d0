import type { ReactNode } from "react";
import { useQuery } from "@tanstack/react-query";
import type { OwnReadingsView } from "../../../contracts/api/own-readings.js";
import { dateInWords } from "../../../contracts/dates.js";
import { Failed, Loading } from "../../components/states.js";
import { ownReadingsQuery } from "../../server/workshop-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.workshop.ownReadings;

type OwnReading = OwnReadingsView["readings"][number];

const reviewTags: Readonly<Record<OwnReading["review"], string>> = {
  later: "tag",
  soon: "tag warn",
  passed: "tag bad",
};

const ReviewDay = ({ reviewBy, review }: Pick<OwnReading, "reviewBy" | "review">) => (
  <>
    {dateInWords(reviewBy)}
    {review === "later" ? null : (
      <>
        {" "}
        <span className={reviewTags[review]}>{text.review[review]}</span>
      </>
    )}
  </>
);

/** The rows of the municipality's own rules that somebody is to look at again. */
const LocalRules = ({ rules }: { readonly rules: OwnReadingsView["localRules"] }) => (
  <div className="table-scroll">
    <table className="own-readings">
      <caption>{text.localTitle}</caption>
      <thead>
        <tr>
          {Object.values(text.localColumns).map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={`${rule.title} ${rule.reviewBy} ${rule.source}`}>
            <th scope="row">{rule.title}</th>
            <td>{rule.source}</td>
            <td>
              <ReviewDay reviewBy={rule.reviewBy} review={rule.review} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);

const Row = ({ reading }: { readonly reading: OwnReading }) => (
  <tr>
    <th scope="row">
      {reading.title}
      <span className="muted small block">{reading.provisions.map(({ title }) => title).join(", ")}</span>
    </th>
    <td>{reading.does}</td>
    <td>
      {reading.why}
      <details>
        <summary>{text.more}</summary>
        <p className="small">
          {text.lookedAt} {reading.lookedAt}
        </p>
        <p className="small">
          {text.otherwise} {reading.otherwise}
        </p>
      </details>
    </td>
    <td>
      <ReviewDay reviewBy={reading.reviewBy} review={reading.review} />
      <span className="muted small block">{reading.ownerTitle}</span>
    </td>
  </tr>
);

/** The register of our own readings: what we do where the sources leave it open, and when somebody looks at it again. */
export const OwnReadings = (): ReactNode => {
  const { data, isPending, isError, error, refetch } = useQuery(ownReadingsQuery);
  return (
    <section className="panel stack" aria-labelledby="own-readings">
      <h2 id="own-readings">{text.title}</h2>
      <p className="muted">{text.intro}</p>
      {isError ? <Failed error={error} onRetry={() => refetch()} /> : null}
      {isPending ? <Loading /> : null}
      {data === undefined ? null : (
        <div className="table-scroll">
          <table className="own-readings">
            <caption className="visually-hidden">{text.title}</caption>
            <thead>
              <tr>
                {Object.values(text.columns).map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.readings.map((reading) => (
                <Row key={reading.key} reading={reading} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data === undefined || data.localRules.length === 0 ? null : <LocalRules rules={data.localRules} />}
    </section>
  );
};
