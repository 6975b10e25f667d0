import { packProblems } from "../../contracts/codes/pack-problems.js";

/**
 * What only national law says. An overlay has no such keys, so it can neither lower the norm nor call a figure verified
 * or a law codified: the schema refuses them, and this says why.
 */
const protectedKeys: readonly string[] = [
  "riksnorm",
  "priceBaseAmounts",
  "legalPeriods",
  "cells",
  "citations",
  "confidence",
  "verified",
  "codified",
];

/** Why a key that was refused in an overlay cannot be there; undefined for any other key, or a slip of the pen. */
export const whyProtected = (
  path: string,
): { readonly code: "norm-protected"; readonly message: string } | undefined => {
  const key = path.split(".").at(-1) ?? "";
  if (!protectedKeys.includes(key)) return undefined;
  const { title, basis } = packProblems["norm-protected"];
  return { code: "norm-protected", message: `${title} (${basis}). Fältet ${key} finns bara i det nationella lagret.` };
};
