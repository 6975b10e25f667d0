import { readFileSync } from "node:fs";
import { z } from "zod";
import { letterMunicipalitySchema } from "../../contracts/letter.js";
import { debtorSchema } from "../../contracts/payments.js";
import { MissingPart } from "../../platform/missing.js";
import { sampleMunicipality } from "./sample-municipality.js";

const municipalitySchema = z.strictObject({
  /** As registers and the case system print it. */
  name: z.string().min(1),
  letters: letterMunicipalitySchema,
  /** From which account it pays. */
  debtor: debtorSchema,
});

/** A municipality: how registers print it, what its letters say of it, and from which account it pays. */
export type Municipality = z.output<typeof municipalitySchema>;

/**
 * Reads the municipality from its file; without one it is the invented municipality, which no real letter may come from.
 *
 * @throws MissingPart where the file cannot be read or does not say all that it must.
 */
export const readMunicipality = (file: string | undefined): Municipality => {
  if (file === undefined) return sampleMunicipality;
  try {
    return municipalitySchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const places = error instanceof z.ZodError ? error.issues.map(({ path }) => path.join(".")).join(", ") : "";
    throw new MissingPart(
      `Filen i SKALIG_MUNICIPALITY går inte att läsa${places === "" ? "" : ` (${places})`}.`,
      "Den ska vara JSON med name och letters: name, board, court, contactLines, phone och dataProtectionContact, samt debtor: name, organisationNumber, iban och bic.",
    );
  }
};
