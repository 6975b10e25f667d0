import type { LetterMunicipality } from "../../contracts/letter.js";

/** The invented municipality of the demonstration: how registers print it, and what its letters say of it. */
export const sampleMunicipality: { readonly name: string; readonly letters: LetterMunicipality } = {
  name: "Exempelköping",
  letters: {
    name: "Exempelköpings kommun",
    board: "socialnämnden",
    court: "Förvaltningsrätten i Exempelstad",
    contactLines: ["Torget 1, 999 10 Exempelköping", "0200-00 00 00"],
    phone: "0200-00 00 00",
    dataProtectionContact: "dataskyddsombudet på telefon 0200-00 00 01",
  },
};
