/** The agencies that one composite query asks, in the order they are shown. Kept apart from the schemas so that workflows can read it. */
export const agencies = ["FK", "SO", "CSN", "AF", "SKV", "TNS", "MIV"] as const;
/** Code of an agency that the composite query asks. */
export type Agency = (typeof agencies)[number];
