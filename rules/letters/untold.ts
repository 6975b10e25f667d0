import type { Asset } from "../../contracts/case-circumstances.js";
import type { Case, Income } from "../../contracts/case.js";
import { incomeTypes } from "../../contracts/codes/incomes.js";
import { sources } from "../../contracts/codes/sources.js";
import { dateInWords } from "../../contracts/dates.js";
import { formatKronor } from "../../contracts/money.js";
import type { Writer } from "./writer.js";

/**
 * Whether the applicant has said it themselves: then it is not material to be heard about (FL 25 §). An income of the
 * application that a person has raised is not: its amount is somebody else's.
 */
export const isToldByApplicant = ({ source, declared }: Income): boolean => declared ?? source === "applicant";

/**
 * Every row in the file that may lower the aid and that the applicant has not told of, also one that a person does not
 * count. An asset that was judged an earlier month was heard on then. These rows are the fixed points of a letter for
 * comments, and a later decision is compared with them.
 */
export const untoldRows = ({
  incomes,
  assets = [],
}: Pick<Case, "incomes" | "assets">): { readonly incomes: Income[]; readonly assets: Asset[] } => ({
  incomes: incomes.filter((income) => !isToldByApplicant(income)),
  assets: assets.filter(({ source, knownSince }) => source !== "applicant" && knownSince === undefined),
});

const assetTitles: Readonly<Record<Asset["kind"], string>> = {
  bank: "Bankmedel",
  vehicle: "Fordon",
  property: "Fastighet",
  securities: "Värdepapper",
  company: "Företag",
  other: "Annan tillgång",
};

const sourceTitle = (source: Income["source"] | Asset["source"]): string => {
  if (source === "document") return "underlag i ärendet";
  if (source === "caseworker") return "handläggaren";
  return source === "applicant" ? "ansökan" : sources[source].title;
};

const whenOf = ({ from, to, paidOn }: Income): string =>
  [
    from === undefined || to === undefined ? undefined : `för ${dateInWords(from)}–${dateInWords(to)}`,
    paidOn === undefined ? undefined : `utbetalt ${dateInWords(paidOn)}`,
  ]
    .filter((part) => part !== undefined)
    .map((part) => `, ${part}`)
    .join("");

/** The rows in words, one point each: what, from which source, for which time, and how much. */
export const untoldItems = (about: Case, write: Writer): string[] => {
  const { incomes, assets } = untoldRows(about);
  return [
    ...incomes.map((income) =>
      write.text("communication.row", {
        what: incomeTypes[income.type].title,
        source: sourceTitle(income.source === "applicant" ? "caseworker" : income.source),
        when: whenOf(income),
        amount: formatKronor(income.netOre),
      }),
    ),
    ...assets.map(({ kind, source, valueOre }) =>
      write.text("communication.asset", {
        what: assetTitles[kind],
        source: sourceTitle(source),
        worth: valueOre === undefined ? "" : `: ${formatKronor(valueOre)} kronor`,
      }),
    ),
  ];
};
