import { useNavigate } from "@tanstack/react-router";
import type { RulesView } from "../../../contracts/api/rules-view.js";
import { addMonths, type Month } from "../../../contracts/dates.js";
import { MonthPicker } from "../../components/month-picker.js";
import { PrintButton } from "../../components/print-button.js";
import { useShortcuts } from "../../components/shortcuts.js";
import { inBackground } from "../../server/in-background.js";
import { sv } from "../../texts/sv.js";

const text = sv.rules;

/** Which month's rules are shown, and which they are compared with. Both are in the address. */
export const RuleMonths = ({
  rules,
  compared,
}: {
  readonly rules: RulesView;
  readonly compared: Month | undefined;
}) => {
  const navigate = useNavigate();
  const { month, months } = rules;
  const show = (wanted: Month | undefined, other: Month | undefined): void => {
    const search = {
      ...(wanted === undefined ? {} : { month: wanted }),
      ...(other === undefined ? {} : { with: other }),
    };
    inBackground(navigate({ to: "/regler", search, resetScroll: false }));
  };
  const step = (by: number) => () => {
    const wanted = addMonths(month, by);
    if (wanted >= months.first && wanted <= months.last) show(wanted, compared);
  };
  useShortcuts({ n: step(1), p: step(-1) });
  return (
    <div className="filters" role="group" aria-label={text.pick}>
      <MonthPicker
        labels={{ year: text.year, month: text.month }}
        value={month}
        range={months}
        onChange={(wanted) => {
          show(wanted, compared);
        }}
      />
      <MonthPicker
        labels={{ year: text.compareYear, month: text.compareMonth }}
        value={compared}
        range={months}
        none={text.noComparison}
        onChange={(other) => {
          show(month, other);
        }}
      />
      <PrintButton />
    </div>
  );
};
