import type { DocumentKind } from "../../contracts/document-reading.js";
import { folded, wholeText, type Layout } from "./find.js";

type KnownKind = Exclude<DocumentKind, "unknown">;

/** Words that name the kind (3 points each) and words that go with it (1 point each). */
const signs: Record<KnownKind, { readonly naming: readonly string[]; readonly accompanying: readonly string[] }> = {
  "rent-notice": {
    naming: ["hyresavi", "hyresfaktura", "hyresgäst", "hyresvärd"],
    accompanying: ["hyra", "lägenhet", "grundhyra", "kallhyra", "bostad"],
  },
  "bank-statement": {
    naming: ["kontoutdrag", "kontohändelser", "ingående saldo", "utgående saldo"],
    accompanying: ["transaktion", "kontonummer", "bokföringsdag", "kontohavare", "saldo"],
  },
  "electricity-bill": {
    naming: ["elräkning", "elfaktura", "elnätsfaktura", "elhandelsfaktura"],
    accompanying: [
      "kwh",
      "elhandel",
      "elnät",
      "förbrukning",
      "mätarställning",
      "elavgift",
      "nätavgift",
      "anläggningsid",
    ],
  },
  "home-insurance": {
    naming: ["hemförsäkring"],
    accompanying: ["försäkringstagare", "försäkringsnummer", "premie", "försäkringsbrev", "försäkring"],
  },
  payslip: {
    naming: ["lönespecifikation", "lönebesked", "lönespec"],
    accompanying: ["bruttolön", "nettolön", "preliminär skatt", "arbetsgivare", "anställningsnummer", "skattetabell"],
  },
  "a-kassa-fee": {
    naming: ["a kassa", "akassa", "arbetslöshetskassa"],
    accompanying: ["medlemsavgift", "medlem", "medlemsnummer"],
  },
  "union-fee": {
    naming: ["fackavgift", "fackförbund", "fackförening", "fackföreningsavgift", "förbundsavgift"],
    accompanying: ["medlemsavgift", "medlem", "förbund", "medlemsnummer"],
  },
  "medical-receipt": {
    naming: ["patientavgift", "apotek", "egenavgift", "tandvård", "tandläkar", "folktandvård", "läkarbesök"],
    accompanying: ["vårdcentral", "kvitto", "recept", "högkostnadsskydd", "frikort", "besök", "läkemedel", "tandvård"],
  },
};

const least = 3;
const leastLead = 2;

const score = (text: string, kind: KnownKind): number => {
  const count = (words: readonly string[]): number => words.filter((word) => text.includes(` ${folded(word)}`)).length;
  return 3 * count(signs[kind].naming) + count(signs[kind].accompanying);
};

const isKnownKind = (kind: string): kind is KnownKind => kind in signs;

/**
 * Tells the kind by what the document says, never by what it was handed in as. Where two kinds are close, or none is
 * named, the answer is `unknown`.
 */
export const detectKind = (layout: Layout): DocumentKind => {
  const text = ` ${wholeText(layout)} `;
  const [first, second] = Object.keys(signs)
    .filter(isKnownKind)
    .map((kind) => ({ kind, points: score(text, kind) }))
    .sort((one, other) => other.points - one.points);
  if (first === undefined || first.points < least) return "unknown";
  return first.points - (second?.points ?? 0) >= leastLead ? first.kind : "unknown";
};
