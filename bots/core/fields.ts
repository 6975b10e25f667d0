import type { Page } from "playwright";
import { Fault } from "../../contracts/faults.js";
import { plainText } from "./swedish.js";

/** A field by the text of its label, and what it is to hold: a text, or an option of a list by its text. */
export type Field =
  { readonly label: string; readonly value: string } | { readonly label: string; readonly option: string };

const normal = (text: string): string => text.replace(/\r\n/g, "\n");

/**
 * Fills in a form one field after the other (side by side, values land in each other's fields) and then reads every
 * field back. Throws `PortalChanged` where a field does not hold what was put in it.
 */
export const fillAndReadBack = async (page: Page, fields: readonly Field[]): Promise<void> => {
  for (const field of fields) {
    const control = page.getByLabel(field.label, { exact: true });
    if ("option" in field) await control.selectOption({ label: field.option });
    else await control.fill(field.value);
  }
  const held = await Promise.all(
    fields.map(async (field) => {
      const control = page.getByLabel(field.label, { exact: true });
      if ("option" in field) return plainText(await control.locator("option:checked").innerText()) === field.option;
      return normal(await control.inputValue()) === normal(field.value);
    }),
  );
  const lost = held.filter((holds) => !holds).length;
  if (lost > 0) throw new Fault("PortalChanged", "A form did not keep what was filled in.", { fields: lost });
};
