import type { RulePack } from "../../../../contracts/rule-pack.js";
import { costRulesTable } from "./cost-rules.js";
import { delegationTable } from "./delegation-table.js";
import { nationalTables } from "./national-tables.js";
import { incomeRulesTable, settingsTables } from "./settings-tables.js";
import type { EditableTable, EditProblem, Edits } from "./table-spec.js";

/** The tables of a pack that have something to edit, in the order they are shown. */
export const tablesOf = ({ layer, incomeRules }: RulePack): readonly EditableTable[] => [
  ...(layer === "municipal" ? [costRulesTable, ...settingsTables, delegationTable] : nationalTables),
  ...(incomeRules.length > 0 ? [incomeRulesTable] : []),
];

/** A draft with everything that is written in it, or where it cannot be saved as it stands. Nothing is then saved. */
export const applyEdits = (
  content: RulePack,
  { base, edits }: { readonly base: RulePack; readonly edits: Edits },
): { readonly pack: RulePack; readonly problems: readonly EditProblem[] } =>
  tablesOf(content).reduce<{ readonly pack: RulePack; readonly problems: readonly EditProblem[] }>(
    (so, table) => {
      const { pack, problems } = table.apply({ content: so.pack, base, edits });
      return { pack, problems: [...so.problems, ...problems] };
    },
    { pack: content, problems: [] },
  );
