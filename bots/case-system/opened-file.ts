import type { PersonalNumber } from "../../contracts/readings/person.js";
import type { Visit } from "../core/visit.js";
import { openFileAt, readFile, searchFile } from "./pages/file.page.js";
import { parsePersons } from "./parse-file.js";

/** A file that was opened, with the persons that it said are in it. */
export type OpenedFile = ReturnType<typeof parsePersons>;

/** How long it is taken for granted that a file which held a person still does: one record, looked for and written. */
const rememberedForMs = 60_000;

/**
 * Finds the file of a person. A record is looked for, written and looked for again within seconds: the file's number is
 * remembered that long, of the last person only, so that it is not searched for each time. What is written to is read
 * and must hold the person every time.
 */
export const createFileFinder = () => {
  let last: { readonly personalNumber: PersonalNumber; readonly file: OpenedFile; readonly atMs: number } | undefined;

  const remembered = (personalNumber: PersonalNumber): OpenedFile | undefined =>
    last?.personalNumber === personalNumber && performance.now() - last.atMs < rememberedForMs ? last.file : undefined;

  const open = async (
    visit: Visit,
    { personalNumber, known }: { readonly personalNumber: PersonalNumber; readonly known: OpenedFile | undefined },
  ): Promise<OpenedFile | undefined> => {
    // Whatever goes wrong from here on, the next one searches.
    last = undefined;
    if (known !== undefined) await openFileAt(visit, known.caseNumber);
    else if ((await searchFile(visit, personalNumber)) === "no-hits") return undefined;
    const file = parsePersons(await readFile(visit.page), personalNumber);
    last = { personalNumber, file, atMs: performance.now() };
    return file;
  };

  return {
    /** The number and persons of the file; undefined where the system says that there is none. */
    find: async (visit: Visit, personalNumber: PersonalNumber): Promise<OpenedFile | undefined> =>
      remembered(personalNumber) ?? (await open(visit, { personalNumber, known: undefined })),
    /** Opens the file, reads it and makes sure that it is the person's; undefined where the system says that there is none. */
    open: (visit: Visit, personalNumber: PersonalNumber): Promise<OpenedFile | undefined> =>
      open(visit, { personalNumber, known: remembered(personalNumber) }),
  };
};
