/** Someone in the invented municipality who can sign in. The role is what the demonstration assigns; the provider knows none. */
export type FictiveStaff = {
  readonly subject: string;
  readonly name: string;
  readonly unit: string;
  readonly role: "caseworker" | "team-lead" | "administrator" | "auditor";
};

/** Everyone who can sign in to the demonstration. Invented people. */
export const fictiveStaff = [
  { subject: "handlaggare-1", name: "Amina Sandberg", unit: "Ekonomiskt bistånd, enhet 2", role: "caseworker" },
  { subject: "handlaggare-2", name: "Jonas Berg", unit: "Ekonomiskt bistånd, enhet 2", role: "caseworker" },
  { subject: "gruppledare-1", name: "Eva Lindqvist", unit: "Ekonomiskt bistånd, enhet 2", role: "team-lead" },
  { subject: "administrator-1", name: "Kim Åström", unit: "Verksamhetsstöd", role: "administrator" },
  { subject: "administrator-2", name: "Leila Noori", unit: "Verksamhetsstöd", role: "administrator" },
  { subject: "granskare-1", name: "Per Holm", unit: "Internrevision", role: "auditor" },
] as const satisfies readonly FictiveStaff[];
