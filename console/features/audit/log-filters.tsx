import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import type { LogChoices } from "../../../contracts/api/log-search.js";
import { localDateSchema, type LocalDate } from "../../../contracts/dates.js";
import { Button } from "../../components/button.js";
import { ChoiceField } from "../../components/choice-field.js";
import { DateInput } from "../../components/date-input.js";
import { Field } from "../../components/field.js";
import { logChoicesQuery } from "../../server/insight-queries.js";
import { sv } from "../../texts/sv.js";

const text = sv.audit;

/** The parts of a search that can be filled in. */
export type FilterPart = "case" | "action" | "actor" | "from" | "to" | "rulebook" | "source" | "seconds";
/** What has been filled in; empty parts are not there. */
export type Filters = Readonly<Partial<Record<FilterPart, string>>>;

const listOf = {
  action: "actions",
  actor: "actors",
  rulebook: "rulebooks",
  source: "sources",
} as const satisfies Partial<Record<FilterPart, keyof LogChoices>>;

const none: LogChoices = { actions: [], actors: [], rulebooks: [], sources: [] };

const dateOf = (value: string | undefined): LocalDate | undefined => localDateSchema.safeParse(value).data;

type Props = {
  readonly parts: readonly FilterPart[];
  readonly initial: Filters;
  readonly onSearch: (filters: Filters) => void;
  /** What cannot be searched for as it was written. */
  readonly wrong?: FilterPart | undefined;
};

const errors: Partial<Record<FilterPart, string>> = { case: text.caseNumberWrong, seconds: text.secondsWrong };

/** What the log is narrowed by. Nothing is asked before it is sent: every search is an event. */
export const LogFilters = ({ parts, initial, onSearch, wrong }: Props) => {
  const [filters, setFilters] = useState(initial);
  const { data: choices = none } = useQuery(logChoicesQuery);
  const set = (part: FilterPart, value: string): void => {
    setFilters((before) => ({ ...before, [part]: value }));
  };
  const filled = Object.fromEntries(
    Object.entries(filters).flatMap(([part, value]) => (value.trim() === "" ? [] : [[part, value.trim()]])),
  );
  return (
    <form
      className="filters log-filters"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        onSearch(filled);
      }}
    >
      {parts.map((part) => {
        const value = filters[part] ?? "";
        switch (part) {
          case "from":
          case "to":
            return (
              <DateInput
                key={part}
                label={text.filters[part]}
                value={dateOf(value)}
                onChange={(date) => {
                  set(part, date ?? "");
                }}
              />
            );
          case "case":
          case "seconds":
            return (
              <Field
                key={part}
                label={text.filters[part]}
                value={value}
                error={wrong === part ? errors[part] : undefined}
                onChange={(entered) => {
                  set(part, entered);
                }}
              />
            );
          default:
            return (
              <ChoiceField
                key={part}
                label={text.filters[part]}
                value={value}
                onChange={(chosen) => {
                  set(part, chosen);
                }}
                options={[{ value: "", label: text.any }, ...choices[listOf[part]]]}
              />
            );
        }
      })}
      <Button type="submit" look="primary">
        {text.find}
      </Button>
      <Button
        onPress={() => {
          setFilters({});
          onSearch({});
        }}
      >
        {text.clear}
      </Button>
    </form>
  );
};
