import { Fault } from "../../contracts/faults.js";
import { plainText } from "../core/swedish.js";

/** A page that is not as we know it. */
export const changed = (message: string): Fault => new Fault("PortalChanged", message);

/** The one text there must be. Throws `PortalChanged` for none and for several. */
export const only = (texts: readonly string[], what: string): string => {
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0) throw changed(`The page does not show exactly one ${what}.`);
  return plainText(text);
};

/** The code of a word on a closed list. Throws `PortalChanged` for any other word. */
export const coded = <Code extends string>(text: string, table: Readonly<Record<string, Code>>): Code => {
  const words = plainText(text);
  const code = Object.hasOwn(table, words) ? table[words] : undefined;
  if (code === undefined) throw changed("The page uses a word that is on none of our lists.");
  return code;
};

/** Kinds of application as the e-service prints them. */
export const kinds = {
  "Första ansökan": "first",
  Återansökan: "renewal",
  Tilläggsansökan: "supplement",
  Komplettering: "completion",
} as const;
