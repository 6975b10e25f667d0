import { useState, type ReactNode } from "react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { drawInputSchema, samplesViewSchema, type SamplesView } from "../../../contracts/api/saved-questions.js";
import { Button } from "../../components/button.js";
import { Field } from "../../components/field.js";
import { CommandError, Empty, Failed, Loading } from "../../components/states.js";
import { dayAndTime, shortHash } from "../../format.js";
import { samplesQuery } from "../../server/insight-queries.js";
import { send } from "../../server/request.js";
import { sv } from "../../texts/sv.js";
import { AuditHead } from "./audit-head.js";

const text = sv.audit;

const DrawForm = () => {
  const client = useQueryClient();
  const [count, setCount] = useState("5");
  const [error, setError] = useState<string>();
  const draw = useMutation({
    mutationFn: (wanted: number) => send(samplesViewSchema, { path: "/api/audit/samples", body: { count: wanted } }),
    onSuccess: (samples) => {
      client.setQueryData(samplesQuery.queryKey, samples);
    },
  });
  return (
    <form
      className="filters log-filters"
      onSubmit={(event) => {
        event.preventDefault();
        const input = drawInputSchema.safeParse({ count: Number(count) });
        setError(input.success ? undefined : text.drawCountWrong);
        if (input.success) draw.mutate(input.data.count);
      }}
    >
      <Field label={text.drawCount} value={count} onChange={setCount} error={error} inputMode="decimal" />
      <Button type="submit" look="primary" isPending={draw.isPending}>
        {text.draw}
      </Button>
      <CommandError error={draw.error} />
    </form>
  );
};

const Sample = ({ sample }: { readonly sample: SamplesView["samples"][number] }) => (
  <li className="panel stack">
    <h3>
      {dayAndTime(sample.at)}, {sample.by}: {sample.cases.length} {text.drawn} {sample.among} {text.decidedCases}
    </h3>
    <ul className="line-up">
      {sample.cases.map(({ caseId, reference, restricted }) => (
        <li key={caseId}>
          <Link className="button" to="/granskning/$caseId" params={{ caseId }}>
            {reference}
          </Link>{" "}
          {restricted ? <span className="tag warn">{text.restricted}</span> : null}
        </li>
      ))}
    </ul>
    <p className="small muted">
      {text.howDrawn} {sample.size}: <span className="hash">{shortHash(sample.seed)}</span>
    </p>
  </li>
);

/** Drawing a random sample, and the samples that have been drawn. */
export const SamplePage = (): ReactNode => {
  const samples = useQuery(samplesQuery);
  return (
    <>
      <AuditHead current="/granskning/stickprov" />
      <div className="page-body stack">
        <section className="panel stack" aria-labelledby="draw-title">
          <h2 id="draw-title">{text.drawTitle}</h2>
          <p>{text.drawIntro}</p>
          <DrawForm />
        </section>
        <section className="stack" aria-labelledby="samples-title">
          <h2 id="samples-title">{text.samples}</h2>
          {samples.isError ? <Failed error={samples.error} onRetry={() => samples.refetch()} /> : null}
          {samples.isPending ? <Loading /> : null}
          {samples.data?.samples.length === 0 ? <Empty>{text.samplesNone}</Empty> : null}
          <ul className="stack">
            {samples.data?.samples.map((sample) => (
              <Sample key={sample.seq} sample={sample} />
            ))}
          </ul>
        </section>
      </div>
    </>
  );
};
