import type { CompiledTable } from "../../rules/tables/compile.js";
import { evaluateTable, type Asked, type Looked } from "../../rules/tables/evaluate.js";
import type { CaseTables } from "./case-tables.js";
import type { HouseholdCase } from "./household-case.js";
import { arithmetic, type Explained, type Step, type Tell } from "./steps.js";

/** Where the steps of a case are put, and how they are put in words. */
type Telling = { readonly steps: Step[]; readonly tell: Tell; readonly title: string };

/** Asks a table and tells its answer. Throws where it has none. */
const ask = <Value extends number | string>(
  table: CompiledTable<Value>,
  asked: Asked,
  { steps, tell, title }: Telling,
): Value => {
  const answer = evaluateTable(table, asked);
  if (answer.kind !== "row") throw new Error(`${table.id}: ${JSON.stringify(answer)}`);
  const { value, rowId, source, inputs } = answer;
  steps.push({ rule: rowId, source, inputs, value, text: tell(title, value) });
  return value;
};

type Worked = { readonly rule: string; readonly amount: number; readonly inputs: Looked };

/** Tells what was worked out. */
const work = ({ rule, amount, inputs }: Worked, { steps, tell, title }: Telling): number => {
  steps.push({ rule, source: arithmetic, inputs, value: amount, text: tell(title, amount) });
  return amount;
};

/** Assesses one case through the engine of tables, with the whole explanation. Throws where a table has no answer. */
export const assessThroughEngine = (tables: CaseTables, value: HouseholdCase, tell: Tell): Explained => {
  const steps: Step[] = [];
  const { adults, children, lunchAway, rentOre, lastRentOre, electricityOre, lastElectricityOre } = value;
  const { incomeOre, lastIncomeOre } = value;
  const adultsOre = ask(tables.adults, { adults }, { steps, tell, title: "Vuxna" });
  let childrenOre = 0;
  if (children >= 1)
    childrenOre += ask(tables.child, { age: value.child1Age, lunchAway }, { steps, tell, title: "Barn 1" });
  if (children >= 2)
    childrenOre += ask(tables.child, { age: value.child2Age, lunchAway }, { steps, tell, title: "Barn 2" });
  if (children >= 3)
    childrenOre += ask(tables.child, { age: value.child3Age, lunchAway }, { steps, tell, title: "Barn 3" });
  const personalOre = work(
    { rule: "personal", amount: adultsOre + childrenOre, inputs: { adultsOre, childrenOre } },
    { steps, tell, title: "Personliga kostnader" },
  );
  const commonOre = ask(tables.common, { size: adults + children }, { steps, tell, title: "Gemensamma kostnader" });
  const normOre = work(
    { rule: "norm", amount: personalOre + commonOre, inputs: { personalOre, commonOre } },
    { steps, tell, title: "Riksnorm" },
  );
  const capOre = ask(tables.cap, { adults, children }, { steps, tell, title: "Riktlinje för hyra" });
  const rentOverOre = work(
    { rule: "rent-over", amount: rentOre - capOre, inputs: { rentOre, capOre } },
    { steps, tell, title: "Hyra över riktlinjen" },
  );
  const rentChangeOre = work(
    { rule: "rent-change", amount: Math.abs(rentOre - lastRentOre), inputs: { rentOre, lastRentOre } },
    { steps, tell, title: "Ändrad hyra" },
  );
  const electricityChangeOre = work(
    {
      rule: "electricity-change",
      amount: Math.abs(electricityOre - lastElectricityOre),
      inputs: { electricityOre, lastElectricityOre },
    },
    { steps, tell, title: "Ändrad el" },
  );
  const costsOre = work(
    { rule: "costs", amount: rentOre + electricityOre, inputs: { rentOre, electricityOre } },
    { steps, tell, title: "Kostnader" },
  );
  const percent = tables.incomeChangePercent;
  const incomeExcess = work(
    {
      rule: "income-change",
      amount: Math.abs(incomeOre - lastIncomeOre) * 100 - lastIncomeOre * percent,
      inputs: { incomeOre, lastIncomeOre, percent },
    },
    { steps, tell, title: "Ändrad inkomst över gränsen, hundradelar" },
  );
  const needOre = work(
    { rule: "need", amount: normOre + costsOre - incomeOre, inputs: { normOre, costsOre, incomeOre } },
    { steps, tell, title: "Behov" },
  );
  const { kind, sourcesAnswered, assetsOre, proof, plan } = value;
  const asked = {
    kind,
    sourcesAnswered,
    assetsOre,
    proof,
    rentOverOre,
    rentChangeOre,
    electricityChangeOre,
    incomeExcess,
    plan,
    needOre,
  };
  const route = ask(tables.route, asked, { steps, tell, title: "Väg" });
  return { route, needOre, grantOre: route === "prefilled" ? needOre : null, steps };
};
