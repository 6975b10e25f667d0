/** A code as it is shown: its Swedish title and, where there is one, the provision it rests on. */
export type CodeEntry = { readonly title: string; readonly basis?: string; readonly restricted?: true };

/** The codes of a table as a tuple that zod can take. */
export const codesOf = <Code extends string>(table: Record<Code, CodeEntry>): [Code, ...Code[]] => {
  const [first, ...rest] = Object.keys(table) as Code[];
  if (first === undefined) throw new Error("A code table may not be empty.");
  return [first, ...rest];
};
