import type { Case, Cost, Income } from "../../contracts/case.js";
import { documentStateSchema } from "../../contracts/case-circumstances.js";
import { proofSchema } from "../../contracts/codes/costs.js";
import { incomeTypeSchema } from "../../contracts/codes/incomes.js";
import { sourceSchema, sourceStatusSchema } from "../../contracts/codes/sources.js";
import {
  addDays,
  addMonths,
  daysBetween,
  firstDayOf,
  lastDayOf,
  localDate,
  type LocalDate,
} from "../../contracts/dates.js";
import type { Ore } from "../../contracts/money.js";
import type { Assessed } from "../../contracts/receipt.js";

/** A fact that can be more or less: by öre or by days from what it is. `at` is undefined outside what can be. */
export type ScalarFact = {
  readonly path: string;
  readonly kind: "amount" | "date";
  readonly from: Ore | LocalDate;
  readonly at: (difference: number) => { readonly to: Ore | LocalDate; readonly value: Case } | undefined;
  /** Differences at which a date is likely to matter: the edges of the benefit month and of the month before. */
  readonly hints: readonly number[];
};

/** A fact that is one of a closed list, with the other answers. `from` is null where nobody knows. */
export type StatedFact = {
  readonly path: string;
  readonly from: string | boolean | null;
  readonly others: readonly { readonly to: string | boolean; readonly value: Case }[];
};

/** The facts of a case that a caseworker may be shown a change of. */
export type ChangeableFacts = {
  readonly scalars: readonly ScalarFact[];
  readonly stated: readonly StatedFact[];
};

/** Far above what a household is paid or pays in a month, far below the largest amount a case may hold. */
const largestOre = 100_000_000;
const earliest = localDate("2000-01-01");
const latest = localDate("2100-12-31");

const amountFact = (path: string, from: Ore, change: (amountOre: Ore) => Case): ScalarFact => ({
  path,
  kind: "amount",
  from,
  hints: [],
  at: (difference) => {
    const to = from + difference;
    return to < 0 || to > largestOre ? undefined : { to, value: change(to) };
  },
});

type Bounds = { readonly notBefore?: LocalDate | undefined; readonly notAfter?: LocalDate | undefined };

const dateFact = (
  {
    path,
    from,
    month,
    notBefore = earliest,
    notAfter = latest,
  }: Bounds & {
    readonly path: string;
    readonly from: LocalDate;
    readonly month: Case["benefitMonth"];
  },
  change: (date: LocalDate) => Case,
): ScalarFact => ({
  path,
  kind: "date",
  from,
  hints: [addMonths(month, -1), month].flatMap((one) => {
    const [first, last] = [daysBetween(from, firstDayOf(one)), daysBetween(from, lastDayOf(one))];
    return [first - 1, first, last, last + 1];
  }),
  at: (difference) => {
    const to = addDays(from, difference);
    return to < notBefore || to > notAfter ? undefined : { to, value: change(to) };
  },
});

const stated = <T extends string | boolean>(
  path: string,
  { from, options, change }: { from: T | undefined; options: readonly T[]; change: (option: T) => Case },
): StatedFact => ({
  path,
  from: from ?? null,
  others: options.filter((option) => option !== from).map((to) => ({ to, value: change(to) })),
});

const eitherWay = [true, false] as const;

/** Whether an amount applied for can be held against something else than the applicant's word. */
const isShown = ({ proof }: Cost): boolean => proof === "document" || proof === "standing";

/** What is seen by looking at a document. The applicant's word and a standing approval are no such thing. */
const seenInDocument = proofSchema.extract(["document", "unreadable", "mismatch"]);

const proofFacts = (
  path: string,
  { proof, documentOre }: Cost,
  change: (to: Pick<Cost, "proof">) => Case,
): readonly StatedFact[] => {
  const seen = seenInDocument.safeParse(proof);
  if (!seen.success) return [];
  // A document without an amount answers nothing.
  const options = seenInDocument.options.filter((option) => option !== "document" || documentOre !== undefined);
  return [stated(path, { from: seen.data, options, change: (to) => change({ proof: to }) })];
};

const costFacts = (value: Case, cost: Cost): ChangeableFacts => {
  const changed = (change: Partial<Cost>): Case => ({
    ...value,
    costs: value.costs.map((one) => (one.id === cost.id ? { ...one, ...change } : one)),
  });
  const path = (key: keyof Cost): string => `costs.${cost.id}.${key}`;
  const month = value.benefitMonth;
  const { documentOre, standingUntil, graceUntil } = cost;
  return {
    scalars: [
      ...(isShown(cost) ? [amountFact(path("appliedOre"), cost.appliedOre, (to) => changed({ appliedOre: to }))] : []),
      ...(documentOre === undefined
        ? []
        : [amountFact(path("documentOre"), documentOre, (to) => changed({ documentOre: to }))]),
      ...(standingUntil === undefined
        ? []
        : [
            dateFact({ path: path("standingUntil"), from: standingUntil, month }, (to) =>
              changed({ standingUntil: to }),
            ),
          ]),
      ...(graceUntil === undefined
        ? []
        : [dateFact({ path: path("graceUntil"), from: graceUntil, month }, (to) => changed({ graceUntil: to }))]),
    ],
    stated: proofFacts(path("proof"), cost, changed),
  };
};

/** What the applicant alone tells is not varied; what an agency, a document or a caseworker's inquiry shows is. */
const incomeFacts = (value: Case, { income, isUnlisted }: { income: Income; isUnlisted: boolean }): ChangeableFacts => {
  const changed = (change: Partial<Income>): Case => ({
    ...value,
    incomes: value.incomes.map((one) => (one.id === income.id ? { ...one, ...change } : one)),
  });
  const path = (key: keyof Income): string => `incomes.${income.id}.${key}`;
  const month = value.benefitMonth;
  const { documentOre, netOre, grossOre, paidOn, from, to, preliminary, retroactive, type } = income;
  const ofDocument =
    documentOre === undefined
      ? []
      : [amountFact(path("documentOre"), documentOre, (amountOre) => changed({ documentOre: amountOre }))];
  if (income.source === "applicant") return { scalars: ofDocument, stated: [] };
  return {
    scalars: [
      amountFact(path("netOre"), netOre, (amountOre) => changed({ netOre: amountOre })),
      ...(grossOre === undefined
        ? []
        : [amountFact(path("grossOre"), grossOre, (amountOre) => changed({ grossOre: amountOre }))]),
      ...ofDocument,
      ...(paidOn === undefined
        ? []
        : [dateFact({ path: path("paidOn"), from: paidOn, month }, (date) => changed({ paidOn: date }))]),
      ...(from === undefined
        ? []
        : [dateFact({ path: path("from"), from, month, notAfter: to }, (date) => changed({ from: date }))]),
      ...(to === undefined
        ? []
        : [dateFact({ path: path("to"), from: to, month, notBefore: from }, (date) => changed({ to: date }))]),
    ],
    stated: [
      stated(path("preliminary"), {
        from: preliminary,
        options: eitherWay,
        change: (option) => changed({ preliminary: option }),
      }),
      stated(path("retroactive"), {
        from: retroactive,
        options: eitherWay,
        change: (option) => changed({ retroactive: option }),
      }),
      ...(isUnlisted
        ? [
            stated(path("type"), {
              from: type,
              options: incomeTypeSchema.options,
              change: (option) => changed({ type: option }),
            }),
          ]
        : []),
    ],
  };
};

const replaced = <T>(rows: readonly T[], at: number, change: Partial<T>): T[] =>
  rows.map((row, index) => (index === at ? { ...row, ...change } : row));

const earningsFacts = (value: Case): readonly ScalarFact[] =>
  (value.earnings ?? []).flatMap(({ netOre, grossOre }, index, rows) => [
    amountFact(`earnings.${String(index)}.netOre`, netOre, (amountOre) => ({
      ...value,
      earnings: replaced(rows, index, { netOre: amountOre }),
    })),
    ...(grossOre === undefined
      ? []
      : [
          amountFact(`earnings.${String(index)}.grossOre`, grossOre, (amountOre) => ({
            ...value,
            earnings: replaced(rows, index, { grossOre: amountOre }),
          })),
        ]),
  ]);

const planningFacts = (value: Case): ChangeableFacts => {
  const rows = value.planning ?? [];
  const changed = (index: number, change: Partial<(typeof rows)[number]>): Case => ({
    ...value,
    planning: replaced(rows, index, change),
  });
  const month = value.benefitMonth;
  const path = (index: number, key: string): string => `planning.${String(index)}.${key}`;
  return {
    scalars: rows.flatMap(({ from, to, certificateUntil }, index) => [
      dateFact({ path: path(index, "from"), from, month, notAfter: to }, (date) => changed(index, { from: date })),
      dateFact({ path: path(index, "to"), from: to, month, notBefore: from }, (date) => changed(index, { to: date })),
      ...(certificateUntil === undefined
        ? []
        : [
            dateFact({ path: path(index, "certificateUntil"), from: certificateUntil, month }, (date) =>
              changed(index, { certificateUntil: date }),
            ),
          ]),
    ]),
    stated: rows.map(({ followed }, index) =>
      stated(path(index, "followed"), {
        from: followed,
        options: eitherWay,
        change: (option) => changed(index, { followed: option }),
      }),
    ),
  };
};

/** Flags that are established by somebody else than the applicant, and concern neither who they are nor who lives with whom. */
const changeableFlags = ["signedByAll", "accountUnchanged", "caseFileRead", "otherMunicipality"] as const;

const registeredFacts = (value: Case): readonly StatedFact[] => [
  ...changeableFlags.map((flag) =>
    stated(`flags.${flag}`, {
      from: value.flags[flag],
      options: eitherWay,
      change: (option) => ({ ...value, flags: { ...value.flags, [flag]: option } }),
    }),
  ),
  ...sourceSchema.options.map((source) =>
    stated(`sources.${source}`, {
      from: value.sources[source],
      options: sourceStatusSchema.options,
      change: (option) => ({ ...value, sources: { ...value.sources, [source]: option } }),
    }),
  ),
  ...(value.documents ?? []).map(({ id, state }, index, rows) =>
    stated(`documents.${id}.state`, {
      from: state,
      options: documentStateSchema.options,
      change: (option) => ({ ...value, documents: replaced(rows, index, { state: option }) }),
    }),
  ),
];

/**
 * The facts a change may be shown of, out of those that were read: an explicit list, so that a new field is never
 * suggested by itself. Never protected identity, dates of birth, who is who or who lives where, what only the applicant
 * can tell, what an earlier decision says, nor a person's own judgement. The kind of an income is one of them only where
 * it is what is asked about. An unknown amount or date is not guessed.
 */
export const changeableFacts = (value: Case, { findings, lines }: Assessed): ChangeableFacts => {
  const read = new Set([...findings, ...lines].flatMap(({ facts }) => facts ?? []));
  const unlisted = new Set(
    findings.flatMap(({ reason, factId }) => (reason === "income-type-unlisted" ? [factId] : [])),
  );
  const parts = [
    ...value.costs.map((cost) => costFacts(value, cost)),
    ...value.incomes.map((income) => incomeFacts(value, { income, isUnlisted: unlisted.has(income.id) })),
    planningFacts(value),
    { scalars: earningsFacts(value), stated: registeredFacts(value) },
  ];
  const wasRead = ({ path }: { readonly path: string }): boolean => read.has(path);
  return {
    scalars: parts.flatMap(({ scalars }) => scalars).filter(wasRead),
    stated: parts.flatMap(({ stated: facts }) => facts).filter(wasRead),
  };
};
