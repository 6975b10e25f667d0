import { Fault } from "../../../contracts/faults.js";
import type { CaseSystemRecord } from "../../../contracts/readings/case-system.js";
import { fillAndReadBack, type Field } from "../../core/fields.js";
import { plainText } from "../../core/swedish.js";
import { readTerms } from "../../core/table.js";
import type { Visit } from "../../core/visit.js";
import { printedAmount, printedDate, printedMonth } from "../printed.js";
import { formStates, receiptStates } from "../states.js";
import { kinds } from "../vocabulary.js";

const maxLines = 30;

const wanted = <Value>(value: Value | undefined, name: string): Value => {
  if (value === undefined)
    throw new Fault("ContractViolation", "A record to be written lacks a value that its form demands.", { name });
  return value;
};

const ownFields = (record: CaseSystemRecord): readonly Field[] => {
  const amount = (label: string): Field => ({ label, value: printedAmount(wanted(record.amountOre, "amountOre")) });
  switch (record.kind) {
    case "calculation": {
      const lines = wanted(record.lines, "lines");
      if (lines.length === 0 || lines.length > maxLines)
        throw new Fault("ContractViolation", "A calculation has no rows, or more than its form can hold.", {
          maxLines,
        });
      const rows = lines.flatMap(({ label, amountOre }, index): Field[] => [
        { label: `Benämning ${String(index + 1)}`, value: label },
        { label: `Belopp ${String(index + 1)}`, value: printedAmount(amountOre) },
      ]);
      return [...rows, amount("Saldo")];
    }
    case "decision":
      return [
        { label: "Beslut", option: wanted(record.outcome, "outcome") },
        amount("Belopp"),
        { label: "Motivering", value: record.text ?? "" },
      ];
    case "payment":
      return [amount("Belopp"), { label: "Utbetalningsdag", value: printedDate(wanted(record.payOn, "payOn")) }];
    case "journal":
      return [{ label: "Anteckning", value: wanted(record.text, "text") }];
  }
};

/** The fields of a record's form, in the form's order. Throws `ContractViolation` where the record cannot be written. */
export const fieldsOf = (record: CaseSystemRecord): readonly Field[] => [
  { label: "Månad", value: printedMonth(record.month) },
  { label: "Referens", value: record.reference },
  ...ownFields(record),
];

/** From the open file to its form, filled in and read back; nothing is sent. */
export const fillForm = async (visit: Visit, at: { record: CaseSystemRecord; caseNumber: string }): Promise<void> => {
  const { page } = visit;
  const fields = fieldsOf(at.record);
  const { link, heading } = kinds[at.record.kind];
  await visit.follow(page.getByRole("link", { name: link, exact: true }));
  await visit.state(formStates(heading));
  const sentences = await page.getByRole("paragraph").allInnerTexts();
  if (!sentences.some((sentence) => plainText(sentence) === `Akt ${at.caseNumber}`))
    throw new Fault("PortalChanged", "The form does not say that it belongs to the file it was opened from.");
  await fillAndReadBack(page, fields);
};

/** Sends the form, once, and reads the receipt. Any other page than the receipt is thrown as a fault. */
export const submitForm = async (visit: Visit): Promise<ReadonlyMap<string, string>> => {
  await visit.sendOnce(visit.page.getByRole("button", { name: "Spara", exact: true }));
  const state = await visit.state(receiptStates);
  if (state === "refused")
    throw new Fault("OutcomeUnknown", "The case system says that it did not save the record.", { state });
  return readTerms(visit.page.locator("body"));
};
