/** The keys of a constant table as a tuple that zod can take. */
export const codesOfTable = <Code extends string>(table: Readonly<Record<Code, string>>): [Code, ...Code[]] => {
  const [first, ...rest] = Object.keys(table) as Code[];
  if (first === undefined) throw new Error("A code table may not be empty.");
  return [first, ...rest];
};
