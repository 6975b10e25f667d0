import { agencies, type Agency } from "../contracts/agencies.js";
import type { Source } from "../contracts/codes/sources.js";
import type { CaseId, MemberId } from "../contracts/ids.js";
import type { SourceResult } from "../contracts/process.js";
import { faultNameOf } from "./fault-name.js";
import { steps } from "./steps.js";

/** Whom to ask about: every adult at the agencies, every member in the register. */
export type HouseholdToAsk = { readonly adults: readonly MemberId[]; readonly members: readonly MemberId[] };

/**
 * Asks every source about everyone it concerns. The register comes first, since it tells of protected persons: of their
 * household nothing more is fetched. The others are asked at the same time. What could not be read is recorded as such.
 */
export const gather = async (caseId: CaseId, household: HouseholdToAsk): Promise<SourceResult[]> => {
  const registered = await Promise.all(household.members.map((memberId) => askRegister(caseId, memberId)));
  const [, ...answers] = await Promise.all([
    readCaseFile(caseId),
    ...household.adults.map((memberId) => askAgencies(caseId, { memberId, agencies })),
  ]);
  return [...registered, ...answers].flat();
};

/** Asks again only what did not answer; what is known is kept. */
export const gatherAgain = async (caseId: CaseId, results: readonly SourceResult[]): Promise<SourceResult[]> => {
  const open = results.filter(({ status }) => status === "unavailable");
  const adults = [...new Set(open.filter(({ source }) => isAgency(source)).map(({ memberId }) => memberId))];
  const inRegister = open.filter(({ source }) => source === "population").map(({ memberId }) => memberId);
  const answers = await Promise.all([
    ...adults.map((memberId) =>
      askAgencies(caseId, {
        memberId,
        agencies: agencies.filter((agency) => open.some((one) => one.memberId === memberId && one.source === agency)),
      }),
    ),
    ...inRegister.map((memberId) => askRegister(caseId, memberId)),
  ]);
  return [...results.filter(({ status }) => status !== "unavailable"), ...answers.flat()];
};

const isAgency = (source: Source): source is Agency => source !== "population";

const askAgencies = (
  caseId: CaseId,
  asked: { readonly memberId: MemberId; readonly agencies: readonly Agency[] },
): Promise<SourceResult[]> =>
  orUnavailable(steps.agencies.queryAgencies({ caseId, ...asked }), {
    caseId,
    memberId: asked.memberId,
    sources: asked.agencies,
  });

const askRegister = (caseId: CaseId, memberId: MemberId): Promise<SourceResult[]> =>
  orUnavailable(steps.register.lookUpRegister({ caseId, memberId }), { caseId, memberId, sources: ["population"] });

/** The case file is not a source that may be missing for a while: without it the case is a person's, with the reason. */
const readCaseFile = async (caseId: CaseId): Promise<SourceResult[]> => {
  try {
    await steps.caseFile.readCaseFile({ caseId });
  } catch (error) {
    await steps.process.recordUnreadCaseFile({ caseId, fault: faultNameOf(error) });
  }
  return [];
};

const orUnavailable = async (
  answer: Promise<SourceResult[]>,
  asked: { readonly caseId: CaseId; readonly memberId: MemberId; readonly sources: readonly Source[] },
): Promise<SourceResult[]> => {
  try {
    return await answer;
  } catch (error) {
    return steps.process.recordUnavailable({ ...asked, fault: faultNameOf(error) });
  }
};
