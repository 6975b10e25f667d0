import type { PageText, Word } from "./page-text.js";
import type { Picture } from "./pdf-picture.js";

/** Smaller than any printed footnote: text of this height is there for machines, not for people. */
const smallestHeightPoints = 3;
/** Ink and paper must differ by this much of 255 somewhere in the word's box. */
const leastContrast = 60;

/** Difference between the darkest and the brightest pixel under a word. */
const contrastUnder = (word: Word, page: PageText, picture: Picture): number => {
  const scaleX = picture.width / page.width;
  const scaleY = picture.height / page.height;
  const left = Math.max(0, Math.floor(word.x * scaleX));
  const right = Math.min(picture.width, Math.ceil((word.x + word.width) * scaleX));
  const top = Math.max(0, Math.floor(word.y * scaleY));
  const bottom = Math.min(picture.height, Math.ceil((word.y + word.height) * scaleY));
  let darkest = 255;
  let brightest = 0;
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) {
      const value = picture.pixels[y * picture.width + x] ?? 255;
      darkest = Math.min(darkest, value);
      brightest = Math.max(brightest, value);
    }
  return brightest - darkest;
};

const overlap = (one: Word, other: Word): boolean => {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  return width > 0.5 * Math.min(one.width, other.width) && height > 0.5 * Math.min(one.height, other.height);
};

/** Text printed twice in the same place, for weight, says the same; anything else is one text under another. */
const isCovered = (word: Word, words: readonly Word[]): boolean =>
  words.some((other) => other !== word && other.text !== word.text && overlap(word, other));

/**
 * Holds the text layer against the drawn page. A word without ink, too small to see, or lying under other text is
 * hidden: what a person sees must be what is read.
 */
export const separateHidden = (
  page: PageText,
  picture: Picture,
): { readonly visible: PageText; readonly hidden: number } => {
  const visible = page.words.filter(
    (word) =>
      word.height >= smallestHeightPoints &&
      contrastUnder(word, page, picture) >= leastContrast &&
      !isCovered(word, page.words),
  );
  return { visible: { ...page, words: visible }, hidden: page.words.length - visible.length };
};
