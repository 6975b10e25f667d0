/**
 * React Aria puts one constant style on the page, which lets pressable things be scrolled by touch. It is allowed by
 * its hash, so that no other inline style is.
 */
const pressableStyle = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/** What the console's pages may load: our own files, and pictures of evidence that the page itself has fetched. */
export const consoleContentPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", pressableStyle],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", "blob:"],
  connectSrc: ["'self'"],
  frameSrc: ["'self'", "blob:"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
} as const;
