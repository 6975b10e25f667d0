/** Finds a code by the words a portal prints: first the portal's own words, then our Swedish titles. Undefined for others. */
export const codeByWords = <Code extends string>(
  table: Readonly<Record<Code, { readonly title: string }>>,
  ownWords: Readonly<Record<string, Code>>,
): ((words: string) => string | undefined) => {
  const byTitle = Object.entries<{ readonly title: string }>(table).map(([code, { title }]) => [title, code] as const);
  const codes = new Map<string, string>([...byTitle, ...Object.entries<string>(ownWords)]);
  return (words) => codes.get(words);
};
