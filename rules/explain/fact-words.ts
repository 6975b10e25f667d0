import type { Case } from "../../contracts/case.js";
import { caseSchema, costSchema, incomeSchema, memberSchema } from "../../contracts/case.js";
import {
  assetSchema,
  documentStateNames,
  documentStateSchema,
  flagsSchema,
  historyMonthSchema,
  otherDocumentSchema,
  planningSchema,
  previousLineSchema,
} from "../../contracts/case-circumstances.js";
import { costTypes, costTypeSchema, proofNames, proofSchema } from "../../contracts/codes/costs.js";
import { incomeTypes, incomeTypeSchema } from "../../contracts/codes/incomes.js";
import { sources, sourceSchema, sourceStatusNames, sourceStatusSchema } from "../../contracts/codes/sources.js";
import { dateInWords, localDateSchema, monthInWords, monthSchema } from "../../contracts/dates.js";
import { documentKinds, documentKindSchema } from "../../contracts/document-reading.js";
import { swedishNameOf, type DocumentedShape } from "../../contracts/documented-field.js";
import type { FactInWords } from "../../contracts/explanation.js";
import { formatKronor } from "../../contracts/money.js";

/** An absent key is no zero and no "no"; for some facts it says that nobody knows, for others that nothing was done. */
const notGiven = "ingen uppgift";

/** Codes that no other part of the program shows. */
const otherCodes: Readonly<Record<string, string>> = {
  applicant: "sökande",
  "co-applicant": "medsökande",
  child: "barn",
  "visiting-child": "barn på umgänge",
  preschool: "förskola",
  compulsory: "grundskola",
  "upper-secondary": "gymnasium",
  first: "första ansökan",
  renewal: "återansökan",
  supplement: "tilläggsansökan",
  granted: "beviljat",
  "partly-granted": "delvis beviljat",
  refused: "avslag",
  emergency: "nödbistånd",
  "not-applied": "inte sökt",
  counts: "räknas",
  "does-not-count": "räknas inte",
  "job-seeking": "arbetssökande",
  work: "arbete",
  establishment: "etablering",
  "sick-leave": "sjukskriven",
  "parental-leave": "föräldraledig",
  norm: "norm",
  cost: "kostnad",
  income: "inkomst",
  pupil: "elev",
  other: "annat",
  none: "går inte i skola",
  bank: "bankmedel",
  vehicle: "fordon",
  property: "fastighet",
  securities: "värdepapper",
  company: "företag",
  document: "underlag",
  counted: "räknas med",
  "not-counted": "räknas inte med",
};

/** Codes that mean one thing in one place and another elsewhere, by the end of the path. */
const placed = (path: string, text: string): string | undefined => {
  const status = sourceStatusSchema.safeParse(text);
  if (path.startsWith("sources.") && status.success) return sourceStatusNames[status.data];
  const state = documentStateSchema.safeParse(text);
  if (path.endsWith(".state") && state.success) return documentStateNames[state.data];
  const agency = sourceSchema.safeParse(text);
  if (path.endsWith(".source") && agency.success) return sources[agency.data].title;
  const kind = documentKindSchema.safeParse(text);
  if (path.startsWith("documents.") && kind.success) return documentKinds[kind.data].title;
  const proof = proofSchema.safeParse(text);
  return path.endsWith(".proof") && proof.success ? proofNames[proof.data] : undefined;
};

const codeInWords = (text: string): string => {
  const cost = costTypeSchema.safeParse(text);
  if (cost.success) return costTypes[cost.data].title;
  const income = incomeTypeSchema.safeParse(text);
  if (income.success) return incomeTypes[income.data].title;
  return otherCodes[text] ?? text;
};

/** The time of a bill, or of an agreement; undefined where a value is something else. */
const spanInWords = (value: unknown): string | undefined => {
  if (typeof value !== "object" || value === null || !("from" in value) || !("to" in value)) return undefined;
  const [from, to] = [localDateSchema.safeParse(value.from), localDateSchema.safeParse(value.to)];
  return from.success && to.success ? `${dateInWords(from.data)} till ${dateInWords(to.data)}` : undefined;
};

/** A value of a fact in Swedish. `path` tells an amount from a count, and a source's answer from another code. */
export const valueInWords = (path: string, value: unknown): string => {
  if (value === undefined || value === null) return notGiven;
  if (typeof value === "boolean") return value ? "ja" : "nej";
  if (typeof value === "number") return path.endsWith("Ore") ? `${formatKronor(value)}\u00a0kr` : String(value);
  if (Array.isArray(value)) return value.length === 0 ? "inga" : `${String(value.length)} uppgifter`;
  if (typeof value !== "string") return spanInWords(value) ?? "uppgift finns";
  const date = localDateSchema.safeParse(value);
  if (date.success) return dateInWords(date.data);
  const month = monthSchema.safeParse(value);
  if (month.success) return monthInWords(month.data);
  return placed(path, value) ?? codeInWords(value);
};

type Described = { readonly title: string; readonly value: unknown };

/** A key of one record, with what the record is about before it. */
const keyOf = (about: string, record: object | undefined, { shape, key }: { shape: DocumentedShape; key: string }) => {
  const name = swedishNameOf(shape, key) ?? key;
  const title = about === "" ? name : `${about}: ${name.charAt(0).toLowerCase()}${name.slice(1)}`;
  const entry: readonly [string, unknown] | undefined = Object.entries(record ?? {}).find(([name]) => name === key);
  return { title, value: entry?.[1] };
};

const memberName = (value: Case, id: string): string => {
  const at = value.household.members.findIndex((member) => member.id === id);
  const role = value.household.members[at]?.role;
  switch (role) {
    case "applicant":
      return "Sökande";
    case "co-applicant":
      return "Medsökande";
    case "child":
      return `Barn ${id}`;
    case "visiting-child":
      return `Barn på umgänge ${id}`;
    case undefined:
      return "Person";
  }
};

/** The name of an income; with its payment date where the case has several of the kind. */
const incomeName = (value: Case, id: string): string => {
  const income = value.incomes.find((one) => one.id === id);
  if (income === undefined) return "Inkomst";
  const { title } = incomeTypes[income.type];
  const alike = value.incomes.filter(({ type }) => type === income.type).length;
  return alike > 1 && income.paidOn !== undefined ? `${title} utbetald ${dateInWords(income.paidOn)}` : title;
};

const costName = (value: Case, id: string): string => {
  const type = value.costs.find((one) => one.id === id)?.type;
  return type === undefined ? "Kostnad" : costTypes[type].title;
};

const listed = (rows: readonly object[] | undefined, at: string): object | undefined => rows?.[Number(at)];

const ofHousehold = (value: Case, [first = "", id = "", key = ""]: readonly string[]): Described => {
  if (first !== "members") return keyOf("", value.household, { shape: caseSchema.shape.household.shape, key: first });
  const member = value.household.members.find((one) => one.id === id);
  return keyOf(memberName(value, id), member, { shape: memberSchema.shape, key });
};

const earningShape = caseSchema.shape.earnings.unwrap().element.shape;
const previousShape = caseSchema.shape.previous.unwrap().shape;

const ofPrevious = (value: Case, [first, at = "", key = ""]: readonly string[]): Described => {
  const about = "Förra beräkningen";
  if (first === undefined) return { title: about, value: value.previous };
  if (first !== "lines") return keyOf(about, value.previous, { shape: previousShape, key: first });
  return keyOf(about, listed(value.previous?.lines, at), { shape: previousLineSchema.shape, key });
};

const described = (value: Case, path: string): Described => {
  const [head = "", first, second = "", ...rest] = path.split(".");
  const entry = { key: second };
  switch (head) {
    case "lines":
      return { title: "Beräkningens rader", value: [] };
    case "flags":
      return keyOf("", value.flags, { shape: flagsSchema.shape, key: first ?? "" });
    case "sources": {
      const source = sourceSchema.safeParse(first);
      return source.success
        ? { title: `Svar från ${sources[source.data].title}`, value: value.sources[source.data] }
        : { title: "Svar från en källa", value: undefined };
    }
    case "household":
      return ofHousehold(value, [first ?? "", second, ...rest]);
    case "costs":
      return keyOf(
        costName(value, first ?? ""),
        value.costs.find(({ id }) => id === first),
        {
          shape: costSchema.shape,
          ...entry,
        },
      );
    case "incomes":
      return keyOf(
        incomeName(value, first ?? ""),
        value.incomes.find(({ id }) => id === first),
        {
          shape: incomeSchema.shape,
          ...entry,
        },
      );
    case "history":
      return first === undefined
        ? { title: "Beslutshistorik", value: value.history }
        : keyOf("Beslutshistorik", listed(value.history, first), { shape: historyMonthSchema.shape, ...entry });
    case "earnings":
      return first === undefined
        ? { title: "Arbetsinkomster", value: value.earnings }
        : keyOf("Arbetsinkomster", listed(value.earnings, first), { shape: earningShape, ...entry });
    case "planning":
      return first === undefined
        ? { title: "Planering", value: value.planning }
        : keyOf("Planering", listed(value.planning, first), { shape: planningSchema.shape, ...entry });
    case "previous":
      return ofPrevious(value, first === undefined ? [] : [first, second, ...rest]);
    case "assets":
      return first === undefined
        ? { title: "Tillgångar", value: value.assets }
        : keyOf(
            "Tillgång",
            value.assets?.find(({ id }) => id === first),
            { shape: assetSchema.shape, ...entry },
          );
    case "documents": {
      const document = value.documents?.find(({ id }) => id === first);
      const about = document === undefined ? "Underlag" : documentKinds[document.kind].title;
      return first === undefined
        ? { title: "Övriga underlag", value: value.documents }
        : keyOf(about, document, { shape: otherDocumentSchema.shape, ...entry });
    }
    default:
      return keyOf("", value, { shape: caseSchema.shape, key: head });
  }
};

/** A fact of a case in plain Swedish, by the path a receipt names it with. */
export const factInWords = (value: Case, path: string): FactInWords => {
  const { title, value: held } = described(value, path);
  return { path, title, value: valueInWords(path, held) };
};
