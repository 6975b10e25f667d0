import { z } from "zod";
import { localDateSchema, monthSchema } from "./dates.js";
import { sha256Schema } from "./ids.js";
import { keyIdSchema } from "./pack-signature.js";
import { municipalPackSchema, rowClassSchema } from "./rule-pack.js";

const named = z.strictObject({ id: z.string(), version: z.string(), hash: sha256Schema });

/**
 * What a municipality might change in its own overlay after reading another's: `skalig.pack-proposal.v1`. A proposal
 * and nothing else: it takes effect only by the workshop's four eyes and, for guidelines, the own board's minute.
 */
export const packProposalSchema = z
  .strictObject({
    schema: z.literal("skalig.pack-proposal.v1"),
    createdOn: localDateSchema,
    /** The own overlay it starts from; another by now, and the proposal is made anew. */
    base: named,
    /** The bundle that was read, and the key that signed it. */
    imported: named.extend({ issuer: z.string(), keyId: keyIdSchema, bundleHash: sha256Schema }),
    /** Lines that were picked; empty unless somebody picked them. */
    taken: z.array(
      z.strictObject({
        table: z.string(),
        row: z.string(),
        from: monthSchema,
        class: rowClassSchema.nullable(),
        /** The source on their side; null where they say nothing and the line would end. */
        theirSource: z.string().nullable(),
        /** A board guideline needs the own board's minute before it can take effect. */
        needsOwnBoardMinute: z.boolean(),
        /** Own versions that would have started later and fall away. */
        dropped: z.array(z.strictObject({ from: monthSchema, source: z.string() })),
      }),
    ),
    pack: municipalPackSchema,
  })
  .meta({ id: "PackProposal", title: "skalig.pack-proposal.v1" });
export type PackProposal = z.output<typeof packProposalSchema>;
