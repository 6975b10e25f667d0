import { useNavigate } from "@tanstack/react-router";
import { monthInWords, monthSchema } from "../../../contracts/dates.js";
import type { QueueQuery, QueueView } from "../../../contracts/api/queue.js";
import { ChoiceField } from "../../components/choice-field.js";
import { inBackground } from "../../server/in-background.js";
import { sv } from "../../texts/sv.js";
import { narrowed } from "./narrowing.js";

type Props = { readonly query: QueueQuery; readonly queue: QueueView; readonly month: string };

const text = sv.queue.filters;
const all = "";

/** What the list is narrowed to. Kept in the address, so that a list can be bookmarked and gone back to. */
export const QueueFilters = ({ query, queue, month }: Props) => {
  const navigate = useNavigate({ from: "/arenden" });
  const narrow = (name: "month" | "assigned" | "reason", value: string): void => {
    inBackground(navigate({ search: narrowed(query, { [name]: value }) }));
  };
  return (
    <div className="filters" role="group" aria-label={text.label}>
      <ChoiceField
        label={text.month}
        value={query.month ?? month}
        onChange={(value) => {
          narrow("month", value);
        }}
        options={[...new Set([month, ...queue.months])].map((value) => ({
          value,
          label: monthInWords(monthSchema.parse(value)),
        }))}
      />
      <ChoiceField
        label={text.assigned}
        value={query.assigned ?? all}
        onChange={(value) => {
          narrow("assigned", value);
        }}
        options={[
          { value: all, label: text.everyone },
          { value: "me", label: text.me },
          { value: "nobody", label: text.nobody },
        ]}
      />
      <ChoiceField
        label={text.reason}
        value={query.reason ?? all}
        onChange={(value) => {
          narrow("reason", value);
        }}
        options={[
          { value: all, label: text.anyReason },
          ...queue.reasons.map(({ code, title, count }) => ({ value: code, label: `${title} (${String(count)})` })),
        ]}
      />
    </div>
  );
};
