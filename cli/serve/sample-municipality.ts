import type { LetterMunicipality } from "../../contracts/letter.js";
import type { Debtor } from "../../contracts/payments.js";

/** The invented municipality of the demonstration: how registers print it, what its letters say of it, and from which account it pays. */
export const sampleMunicipality: {
  readonly name: string;
  readonly letters: LetterMunicipality;
  readonly debtor: Debtor;
} = {
  name: "Exempelköping",
  letters: {
    name: "Exempelköpings kommun",
    board: "socialnämnden",
    court: "Förvaltningsrätten i Exempelstad",
    contactLines: ["Torget 1, 999 10 Exempelköping", "0200-00 00 00"],
    phone: "0200-00 00 00",
    dataProtectionContact: "dataskyddsombudet på telefon 0200-00 00 01",
  },
  // Neither the organisation nor the account exists: no Swedish bank has the code 000.
  debtor: {
    name: "Exempelköpings kommun",
    organisationNumber: "2120000000",
    iban: "SE0000000000000000000000",
    bic: "EXKPSESS",
  },
};
