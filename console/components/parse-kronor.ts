import type { Ore } from "../../contracts/money.js";

/** Reads an amount as people write it in Sweden: "6 640", "507,50", "6640 kr". Undefined where it is not one; never a guess. */
export const parseKronor = (text: string): Ore | undefined => {
  const bare = text.replace(/\s|\u00a0|\u202f/g, "").replace(/kr\.?$/i, "");
  const match = /^(\d{1,8})(?:,(\d{2}))?$/.exec(bare);
  if (match === null) return undefined;
  return Number(match[1]) * 100 + Number(match[2] ?? "0");
};
