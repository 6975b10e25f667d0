import { createReadStream } from "node:fs";
import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { bundleProblems } from "../../activities/pack-exchange/bundle-problems.js";
import { compareOverlays, type Comparison } from "../../activities/pack-exchange/conflicts.js";
import { checkConformance } from "../../activities/pack-exchange/conformance.js";
import type { Subject } from "../../activities/pack-exchange/effects.js";
import { nationalDifferences, proveImported } from "../../activities/pack-exchange/import-proofs.js";
import { letterDifferences } from "../../activities/pack-exchange/letter-differences.js";
import { proposeOverlay } from "../../activities/pack-exchange/proposal.js";
import { checkSignature } from "../../activities/pack-exchange/signature.js";
import { packHash } from "../../activities/pack-hash.js";
import { shippedRulebook } from "../../activities/shipped-rulebook.js";
import { caseSchema } from "../../contracts/case.js";
import { localDateSchema, monthSchema, type LocalDate } from "../../contracts/dates.js";
import { packBundleSchema, type PackBundle } from "../../contracts/pack-bundle.js";
import type { PackProblem } from "../../contracts/pack-check.js";
import { packProposalSchema, type PackProposal } from "../../contracts/pack-proposal.js";
import {
  packSignatureSchema,
  signatureRefusals,
  trustListSchema,
  type SignatureRefusal,
  type TrustedKey,
} from "../../contracts/pack-signature.js";
import type { MunicipalPack } from "../../contracts/rule-pack.js";
import { canonicalJson, sha256Hex } from "../../platform/canonical.js";
import { swedishToday, systemClock } from "../../platform/clock.js";
import { letterPacks } from "../../rules/letters/letter-pack.js";
import { nationalPacks, samplePacks } from "../../rules/packs.js";
import { provePack } from "../../rules/proofs/prove-pack.js";
import { exitCodes, type ExitCode } from "../exit-codes.js";
import { comparisonLines, conformanceLines, letterLines, nationalLines, proofLines } from "../import-report.js";
import { InputRefused, inputErrorsOf, refuse } from "../input-error.js";
import { readDocuments } from "../json-documents.js";
import { accepted, parseJson, readAccepted, readBytes } from "../json-file.js";
import type { SharedOptions } from "../options.js";
import { overlayIn, packErrorsOf } from "../pack-file.js";
import { problemInWords } from "../pack-problem-words.js";
import { readableFile } from "../readable-file.js";
import type { Terminal } from "../terminal.js";

type Options = SharedOptions & {
  readonly file: string;
  readonly trust: string;
  readonly overlay?: string;
  readonly cases?: string;
  readonly take?: readonly string[];
  readonly from?: string;
  readonly proposal?: string;
  readonly today?: string;
};

const packOf = (value: unknown): unknown => z.looseObject({ pack: z.unknown() }).safeParse(value).data?.pack;

/** The bundle in signed bytes. @throws InputRefused where it is malformed, not byte for byte canonical, or names somebody. */
const bundleIn = (bytes: Buffer, file: string): PackBundle => {
  const text = bytes.toString("utf8");
  const value = parseJson(text, file);
  const parsed = packBundleSchema.safeParse(value);
  if (!parsed.success) throw new InputRefused(packErrorsOf(parsed.error, packOf(value)));
  const bundle = parsed.data;
  if (canonicalJson(bundle) !== text) throw refuse(file, "not-canonical", "Filen är inte kanonisk JSON (RFC 8785).");
  const problems = bundleProblems(bundle);
  if (problems.length > 0) throw new InputRefused(problems);
  return bundle;
};

/** The cases in a file, one a line. @throws InputRefused at the first that is malformed, with its line. */
const casesIn = async (file: string): Promise<readonly Subject[]> => {
  const subjects: Subject[] = [];
  for await (const document of readDocuments(createReadStream(await readableFile(file)))) {
    const line = document.line ?? 1;
    if (!document.ok) throw refuse(`${file}:${String(line)}`, "invalid-json", "Raden är inte giltig JSON.");
    const parsed = caseSchema.safeParse(document.value);
    if (!parsed.success)
      throw new InputRefused(
        inputErrorsOf(parsed.error).map((error) => ({ ...error, path: `${String(line)}.${error.path}` })),
      );
    subjects.push({ id: `rad ${String(line)}`, case: parsed.data });
  }
  return subjects;
};

const ownOverlay = async (file: string | undefined): Promise<MunicipalPack> => {
  if (file !== undefined) return overlayIn(file);
  const { municipal } = samplePacks;
  if (municipal === undefined) throw refuse("overlay", "overlay-missing", "Ange det egna överlägget: --overlay.");
  return municipal;
};

const notVerified = async (terminal: Terminal, reason: SignatureRefusal): Promise<ExitCode> => {
  const { title } = signatureRefusals[reason];
  await terminal.out(`${JSON.stringify({ ok: false, reason, message: title })}\n`);
  terminal.note(`Paketet tas inte emot. ${title}`);
  return exitCodes.notVerified;
};

const guarded = async (terminal: Terminal, problems: readonly PackProblem[]): Promise<ExitCode> => {
  const message = "Paketet går över en gräns som inget regelpaket får gå över.";
  await terminal.out(`${JSON.stringify({ ok: false, reason: "guardrail", message, problems })}\n`);
  terminal.note([`Paketet tas inte emot. ${message}`, ...problems.map(problemInWords)].join("\n\n"));
  return exitCodes.notVerified;
};

type Import = {
  readonly bundle: PackBundle;
  readonly bundleHash: string;
  readonly key: TrustedKey;
  readonly own: MunicipalPack;
  readonly today: LocalDate;
};

const identityOf = (pack: PackBundle["pack"]): { id: string; version: string; hash: string } => ({
  id: pack.id,
  version: pack.version,
  hash: packHash(pack),
});

/** The proposal that the picks come to. @throws InputRefused where a pick cannot be made. */
const proposalOf = (
  { bundle, bundleHash, key, own, today }: Import,
  { comparison, imported, options }: { comparison: Comparison; imported: MunicipalPack; options: Options },
): PackProposal => {
  const picked = {
    names: options.take ?? [],
    ...(options.from === undefined ? {} : { from: accepted(monthSchema, options.from) }),
  };
  const proposed = proposeOverlay({ own, imported }, { picked, conflicts: comparison.conflicts, today });
  if (!proposed.ok)
    throw new InputRefused(proposed.problems.map(({ name, code, message }) => ({ path: name, code, message })));
  return accepted(packProposalSchema, {
    schema: "skalig.pack-proposal.v1",
    createdOn: today,
    base: identityOf(own),
    imported: { ...identityOf(bundle.pack), issuer: key.issuer, keyId: key.keyId, bundleHash },
    taken: proposed.taken,
    pack: proposed.pack,
  });
};

/**
 * `skalig rules import FILE --trust TRUSTFILE`: proves the signature before anything is read, then the rules as a draft
 * of one's own is proved, runs every scenario again, and shows in kronor where the imported overlay and the own one
 * differ, or national law from elsewhere and ours. What comes out is a proposal file; nothing is ever applied. Exit code 4
 * where the signature is not accepted or the pack crosses a guardrail: then nothing more is said of it. Also 4, with the
 * whole report and without a proposal, where a proof fails or a scenario comes out otherwise than stated.
 */
export const rulesImport = async (terminal: Terminal, options: Options): Promise<ExitCode> => {
  const today = options.today === undefined ? swedishToday(systemClock) : accepted(localDateSchema, options.today);
  const bytes = await readBytes(options.file);
  const signature = await readAccepted(`${options.file}.sig`, packSignatureSchema);
  const trust = await readAccepted(options.trust, trustListSchema);
  const checked = checkSignature(bytes, { signature, trust, on: today });
  if (!checked.ok) return notVerified(terminal, checked.reason);
  const bundle = bundleIn(bytes, options.file);
  if (bundle.issuer !== checked.key.issuer) return notVerified(terminal, "wrong-issuer");

  const { pack } = bundle;
  const { ok: isProved, guardrails, problems } = proveImported(pack, nationalPacks);
  if (guardrails.length > 0) return guarded(terminal, guardrails);

  const conformance = checkConformance(bundle, { national: nationalPacks, rulebook: shippedRulebook() });
  const own = await ownOverlay(options.overlay);
  const scenarios = bundle.scenarios.map(({ scenario: { id, case: value } }) => ({ id, case: value }));
  const subjects = [...scenarios, ...(options.cases === undefined ? [] : await casesIn(options.cases))];
  const compared =
    pack.layer === "municipal"
      ? { imported: pack, comparison: compareOverlays({ own, imported: pack }, { national: nationalPacks, subjects }) }
      : undefined;

  const letters = letterDifferences(bundle.letters, letterPacks);
  const proposalFile = options.proposal ?? `${options.file}.forslag.json`;
  const national = pack.layer === "national" ? nationalDifferences(pack, nationalPacks) : undefined;
  const ok = conformance.ok && isProved;
  const writes = ok && compared !== undefined;
  let proposalProblems: readonly PackProblem[] = [];
  if (writes) {
    const imported: Import = { bundle, bundleHash: sha256Hex(bytes), key: checked.key, own, today };
    const proposal = proposalOf(imported, { ...compared, options });
    proposalProblems = provePack(proposal.pack, nationalPacks);
    await writeFile(proposalFile, `${JSON.stringify(proposal, null, 2)}\n`);
  }

  const { issuer, keyId } = checked.key;
  const report = {
    ok,
    issuer,
    keyId,
    createdOn: signature.createdOn,
    pack: identityOf(pack),
    proofs: { ok: isProved, problems },
    conformance,
    against: national?.against ?? own.id,
    differences: national?.differences ?? [],
    conflicts: compared?.comparison.conflicts ?? [],
    delegation: compared?.comparison.delegation ?? [],
    whole: compared?.comparison.whole ?? null,
    letters,
    proposal: writes ? proposalFile : null,
    proposalProblems,
  };
  const lines = [
    `${pack.title}, version ${pack.version}, underskrivet av ${issuer} den ${signature.createdOn}.`,
    ...proofLines(problems),
    ...conformanceLines(conformance),
    ...letterLines(letters),
    ...(national === undefined ? [] : nationalLines(national)),
    ...(compared === undefined ? [] : comparisonLines(compared.comparison)),
    ...proposalProblems.map((problem) => `Förslaget kan inte gälla som det är.\n${problemInWords(problem)}`),
    writes ? `Förslaget ligger i ${proposalFile}. Ingenting har ändrats.` : "Inget förslag har skrivits.",
  ];
  await terminal.out(options.json ? `${JSON.stringify(report)}\n` : `${lines.join("\n")}\n`);
  return ok ? exitCodes.ok : exitCodes.notVerified;
};
