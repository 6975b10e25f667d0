import type { CaseInput } from "../../contracts/case.js";
import { paid, planFor, renewal, standing, uneventful } from "./cases.js";

/** One household of the sample month: its case, and what the rulebook has to say of it in kronor. */
export type SampleHousehold = {
  readonly id: number;
  readonly title: string;
  readonly input: CaseInput;
  readonly outcome: "prefilled" | "referred" | "waiting";
  readonly reasons: readonly string[];
  /** Grant in kronor, where prefilled. */
  readonly grant?: number;
  /** Need less means in kronor, where it is stated for a household that is not prefilled. */
  readonly shortfall?: number;
};

type Member = CaseInput["household"]["members"][number];

const a = { id: "a", role: "applicant", birthDate: "1990-05-02" } satisfies Member;
const b = { id: "b", role: "co-applicant", birthDate: "1988-03-14" } satisfies Member;
const child = (id: string, birthDate: string, rest: Partial<Member> = {}): Member => ({
  id,
  role: "child",
  birthDate,
  days: 30,
  ...rest,
});

const household = (...members: Member[]): CaseInput["household"] => ({
  sizeInHome: members.filter(({ role }) => role !== "visiting-child").length,
  sharesHome: false,
  members,
});

const costs = (rent: number, electricity: number, insurance: number): CaseInput["costs"] => [
  standing("rent", rent),
  standing("electricity", electricity),
  standing("home-insurance", insurance),
];

const plans = [planFor("a"), planFor("b")];

const monthsUpTo = (count: number): NonNullable<CaseInput["history"]> =>
  Array.from({ length: count }, (_, index) => {
    const months = 2025 * 12 + 9 - index;
    const month = `${String(Math.floor(months / 12))}-${String((months % 12) + 1).padStart(2, "0")}`;
    return { month, outcome: "granted" as const };
  });

/** Benefit month 2025-11, today 2025-10-27. Figures in kronor; every person and amount is invented. */
export const sampleMonth: readonly SampleHousehold[] = [
  {
    id: 1,
    title: "Ensam vuxen med aktivitetsstöd",
    input: renewal({ costs: costs(5640, 420, 150), incomes: [paid("activity-support", 5200)] }),
    outcome: "prefilled",
    reasons: [],
    grant: 6190,
  },
  {
    id: 2,
    title: "Ensam vuxen utan inkomst",
    input: renewal({ costs: costs(4690, 380, 130) }),
    outcome: "prefilled",
    reasons: [],
    grant: 10380,
  },
  {
    id: 3,
    title: "Sambor med etableringsersättning",
    input: renewal({
      household: household(a, b),
      planning: plans,
      costs: costs(7180, 520, 180),
      incomes: [paid("establishment-benefit", 6000), paid("establishment-benefit", 6000, { id: "i-b", memberId: "b" })],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 4330,
  },
  {
    id: 4,
    title: "Ensam förälder med ett barn på 9 år",
    input: renewal({
      household: household(a, child("c1", "2016-01-28")),
      costs: costs(6690, 490, 170),
      incomes: [paid("activity-support", 2897), paid("child-allowance", 1250), paid("maintenance-support", 1823)],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 10480,
  },
  {
    id: 5,
    title: "Sambor med fyra barn, två av dem i förskola",
    input: renewal({
      household: household(
        a,
        b,
        child("c1", "2023-02-03", { lunchAway: true }),
        child("c2", "2020-01-01", { lunchAway: true }),
        child("c3", "2016-02-25"),
        child("c4", "2012-01-26"),
      ),
      planning: plans,
      costs: costs(10100, 760, 240),
      incomes: [
        paid("activity-support", 4650),
        paid("child-allowance", 3370),
        paid("child-allowance", 3370, { id: "i-b", memberId: "b" }),
      ],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 23000,
  },
  {
    id: 6,
    title: "En av tre som delar lägenhet",
    input: renewal({
      household: { sizeInHome: 3, sharesHome: true, sharesHomeUntil: "2026-06-30", members: [a] },
      costs: [standing("rent", 3000)],
      incomes: [paid("activity-support", 4800)],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 2700,
  },
  {
    id: 7,
    title: "Sambor där jobbstimulansen pågår",
    input: renewal({
      household: household(a, b),
      planning: plans,
      history: monthsUpTo(18),
      costs: costs(6590, 480, 180),
      incomes: [
        paid("salary", 9600, { source: "applicant", proof: "document", documentOre: 960000 }),
        paid("activity-support", 4600, { memberId: "b" }),
      ],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 3900,
  },
  {
    id: 8,
    title: "Ensam förälder med ett spädbarn hemma",
    input: renewal({
      household: household(a, child("c1", "2023-12-31", { lunchAway: false })),
      costs: costs(6140, 460, 170),
      incomes: [paid("parental-benefit", 5700), paid("child-allowance", 1250), paid("housing-allowance", 2100)],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 6060,
  },
  {
    id: 9,
    title: "Ensam vuxen med a-kassa",
    input: renewal({
      costs: costs(5890, 420, 150),
      incomes: [paid("unemployment-benefit", 6800, { source: "SO", to: "2025-10-19", paidOn: "2025-10-22" })],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 4840,
  },
  {
    id: 10,
    title: "Sambor med en elev på 17 år",
    input: renewal({
      household: household(a, b, child("c1", "2008-01-01", { pupil: "upper-secondary" })),
      planning: plans,
      costs: costs(8010, 610, 200),
      incomes: [
        paid("establishment-benefit", 6200),
        paid("study-allowance", 1250, { source: "CSN" }),
        paid("activity-support", 5200, { memberId: "b" }),
      ],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 9910,
  },
  {
    id: 11,
    title: "Ensam pensionär",
    input: renewal({
      costs: costs(6570, 420, 150),
      planning: [{ ...planFor("a"), kind: "pension", from: "2022-01-01", to: "2026-12-31" }],
      incomes: [paid("pension", 2300), paid("guarantee-pension", 5900), paid("housing-supplement", 3300)],
    }),
    outcome: "prefilled",
    reasons: [],
    grant: 820,
  },
  {
    id: 12,
    title: "Ensam vuxen med sjukpenning, dagen då alla myndigheter har svarat",
    input: renewal({ today: "2025-10-28", costs: costs(5620, 430, 160), incomes: [paid("sickness-benefit", 7400)] }),
    outcome: "prefilled",
    reasons: [],
    grant: 3990,
  },
  {
    id: 13,
    title: "Första ansökan, för en del av månaden",
    input: renewal({
      kind: "first",
      household: household({ ...a, days: 17 }),
      history: [],
      costs: costs(5400, 400, 140).map((cost) => ({
        ...cost,
        proof: "document" as const,
        documentOre: cost.appliedOre,
      })),
    }),
    outcome: "referred",
    reasons: ["first-application", "part-month"],
  },
  {
    id: 14,
    title: "Ensam vuxen med en insättning med Swish och en ersättning som inte är uppgiven",
    input: renewal({
      costs: costs(5750, 410, 140),
      incomes: [
        paid("activity-support", 4100),
        paid("housing-allowance", 1300, { declared: false }),
        {
          id: "i-swish",
          memberId: "a",
          type: "swish",
          source: "document",
          declared: false,
          paidOn: "2025-10-14",
          netOre: 150000,
        },
      ],
    }),
    outcome: "referred",
    reasons: ["deposit-to-assess", "undeclared-income"],
  },
  {
    id: 15,
    title: "En ersättning har upphört och 19-åringen har slutat skolan",
    input: renewal({
      household: household(a, child("c1", "2006-01-28", { pupil: "none" })),
      costs: costs(7300, 560, 170),
      incomes: [paid("activity-support", 5600)],
      previous: {
        month: "2025-10",
        lines: [{ kind: "income", type: "housing-allowance", memberId: "a", amountOre: 240000 }],
      },
    }),
    outcome: "referred",
    reasons: ["income-missing", "pupil-left-school"],
  },
  {
    id: 16,
    title: "Hyra över riktlinjen, med tid att sänka den",
    input: renewal({
      costs: costs(9450, 430, 150).map((cost) => (cost.type === "rent" ? { ...cost, graceUntil: "2026-01-31" } : cost)),
      incomes: [paid("activity-support", 5400)],
    }),
    outcome: "referred",
    reasons: ["cost-above-guideline", "grace-period"],
    shortfall: 9810,
  },
  {
    id: 17,
    title: "Ett barn på umgänge tio dagar enligt avtal, och en hyresavi som inte går att läsa",
    input: renewal({
      household: household(a, {
        id: "v1",
        role: "visiting-child",
        birthDate: "2014-01-12",
        days: 10,
        agreement: { from: "2025-09-01", to: "2026-08-31", commonCost: "not-counted" },
      }),
      costs: costs(6050, 440, 150).map((cost) =>
        cost.type === "rent" ? { ...cost, proof: "unreadable" as const } : cost,
      ),
      incomes: [paid("unemployment-benefit", 6300, { source: "SO", to: "2025-10-19", paidOn: "2025-10-22" })],
    }),
    outcome: "waiting",
    reasons: ["document-unreadable"],
    shortfall: 6950,
  },
  {
    id: 18,
    title: "Lönespecifikationen är någon annans",
    input: renewal({
      history: monthsUpTo(3),
      costs: costs(5980, 420, 150),
      incomes: [paid("salary", 8200, { source: "applicant", proof: "mismatch" })],
    }),
    outcome: "referred",
    reasons: ["document-mismatch"],
    shortfall: 3530,
  },
  {
    id: 19,
    title: "Medsökanden har inte skrivit under",
    input: renewal({
      household: household(a, b),
      planning: plans,
      flags: { ...uneventful.flags, signedByAll: false },
      costs: costs(7420, 510, 180),
      incomes: [paid("activity-support", 5100), paid("sickness-benefit", 6400, { memberId: "b" })],
    }),
    outcome: "waiting",
    reasons: ["signature-missing"],
    shortfall: 5060,
  },
  {
    id: 20,
    title: "Skyddade personuppgifter",
    input: renewal({
      flags: { ...uneventful.flags, protectedIdentity: true },
      costs: costs(5700, 410, 140),
      incomes: [paid("sickness-benefit", 6900)],
    }),
    outcome: "referred",
    reasons: ["protected-identity"],
    shortfall: 4530,
  },
  {
    id: 21,
    title: "Tillägg för akut tandvård i en beslutad månad",
    input: renewal({
      kind: "supplement",
      history: [{ month: "2025-11", outcome: "granted" }, ...monthsUpTo(12)],
      costs: [{ id: "k1", type: "acute-dental-care", appliedOre: 184000, proof: "document", documentOre: 184000 }],
      incomes: [paid("activity-support", 5300)],
    }),
    outcome: "referred",
    reasons: ["cost-not-assessed", "month-decided", "supplement"],
  },
  {
    id: 22,
    title: "Söker pengar till körkort",
    input: renewal({
      costs: [...costs(5200, 390, 130), { id: "k4", type: "driving-licence", appliedOre: 1450000 }],
      incomes: [paid("activity-support", 4900)],
    }),
    outcome: "referred",
    reasons: ["discretionary-aid"],
    shortfall: 6000,
  },
  {
    id: 23,
    title: "Inkomster högre än behovet",
    input: renewal({
      costs: costs(4980, 390, 130),
      incomes: [paid("unemployment-benefit", 11300, { source: "SO", to: "2025-10-19", lastCountedOre: 1015000 })],
    }),
    outcome: "referred",
    reasons: ["surplus"],
    shortfall: -620,
  },
  {
    id: 24,
    title: "Retroaktiv ersättning med avdrag, och ett nytt konto",
    input: renewal({
      flags: { ...uneventful.flags, accountUnchanged: false },
      costs: costs(5850, 420, 150),
      incomes: [
        paid("sickness-benefit", 6600),
        paid("sickness-benefit", 5400, {
          id: "i-retro",
          from: "2025-06-01",
          to: "2025-07-31",
          paidOn: "2025-10-21",
          grossOre: 900000,
          taxOre: 210000,
          deductions: [{ type: "set-off", amountOre: 150000 }],
          retroactive: true,
          lastCountedOre: 0,
        }),
      ],
    }),
    outcome: "referred",
    reasons: ["account-changed", "income-changed", "income-deduction", "income-period-differs", "retroactive-benefit"],
  },
];
