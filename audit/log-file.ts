import { z } from "zod";
import { auditEventSchema, treeHeadSchema, type TreeHead, type Verification } from "../contracts/audit-event.js";
import { sha256Schema } from "../contracts/ids.js";
import { canonicalJson } from "../platform/canonical.js";
import { unpackContent } from "./commitment.js";
import { contentPlace, readHead } from "./events.js";
import type { LogTransaction } from "./log-transaction.js";
import { startVerifier } from "./verifier.js";
import { eventsBetween, storedEvents } from "./verify-log.js";

/** One event in an exported file: the event, the root of the tree it ends and, where asked for, its opened content. */
const eventLineSchema = z.strictObject({
  event: z.unknown(),
  root: sha256Schema,
  content: z.strictObject({ salt: z.string().regex(/^[0-9a-f]{64}$/), value: z.unknown() }).exactOptional(),
});

/** The closing line of an exported file: the head it ends in. Kept outside, it is a checkpoint. */
const closingLineSchema = treeHeadSchema.extend({ schema: z.literal("skalig.checkpoint.v1") });

/**
 * Writes the log as JSON Lines, one event a line, closed by a checkpoint. `includeContent` adds the personal content
 * that still exists: such a file is as secret as the cases. The caller appends `export.made`.
 */
export const exportLog = async (
  tx: LogTransaction,
  write: (line: string) => Promise<void> | void,
  { includeContent = false }: { readonly includeContent?: boolean } = {},
): Promise<TreeHead> => {
  for await (const { event, root, sealed } of storedEvents(tx)) {
    const content = includeContent ? await openForExport(tx, event, sealed) : undefined;
    await write(eventLine({ event, root, content }));
  }
  const head = await readHead(tx);
  await write(closingLine(head));
  return head;
};

const eventLine = ({
  event,
  root,
  content,
}: {
  readonly event: unknown;
  readonly root: Buffer;
  readonly content?: unknown;
}): string =>
  `${canonicalJson({ event, root: root.toString("hex"), ...(content === undefined ? {} : { content }) })}\n`;

const closingLine = (head: TreeHead): string => `${canonicalJson({ schema: "skalig.checkpoint.v1", ...head })}\n`;

/**
 * The lines of an exported file up to a head, without personal content. Each batch is read in a transaction of its own,
 * so that a slow reader of the file holds nobody up; events up to a head never change, so the file is whole all the same.
 */
export async function* logLines(
  read: <T>(work: (tx: LogTransaction) => Promise<T>) => Promise<T>,
  head: TreeHead,
): AsyncGenerator<string> {
  for (let after = 0; after < head.size;) {
    const events = await read((tx) => eventsBetween(tx, { after, upTo: head.size }));
    const last = events.at(-1);
    // Events that are missing are missing in the file too: whoever verifies it is told.
    if (last === undefined) break;
    for (const { event, root } of events) yield eventLine({ event, root });
    after = last.seq;
  }
  yield closingLine(head);
}

const openForExport = async (tx: LogTransaction, found: unknown, sealed: Buffer | null) => {
  const event = auditEventSchema.parse(found);
  const cipher = await tx.findCipher(event.caseId ?? "system");
  if (sealed === null || cipher === undefined) return undefined;
  const { salt, json } = unpackContent(cipher.open(sealed, contentPlace(event.seq)));
  const value: unknown = JSON.parse(json);
  return { salt: salt.toString("hex"), value };
};

/** Verifies an exported file, line by line. Needs nothing but the file. */
export const verifyLines = async (
  lines: AsyncIterable<string> | Iterable<string>,
  options: { readonly checkpoint?: TreeHead } = {},
): Promise<Verification> => {
  const verifier = startVerifier(options);
  let closing: TreeHead | undefined;
  for await (const line of lines) {
    if (line === "") continue;
    // Nothing may follow the closing line.
    if (closing !== undefined) {
      verifier.fail("wrong-size");
      break;
    }
    const parsed = parseLine(line);
    if (parsed === undefined) {
      verifier.fail("not-an-event");
      break;
    }
    if ("size" in parsed) {
      closing = parsed;
      continue;
    }
    const { content } = parsed;
    const goesOn = await verifier.take({
      event: parsed.event,
      root: parsed.root,
      content: () =>
        Promise.resolve(
          content === undefined
            ? "not-here"
            : { salt: Buffer.from(content.salt, "hex"), json: canonicalJson(content.value) },
        ),
    });
    if (!goesOn) break;
  }
  return verifier.finish(closing);
};

const parseLine = (line: string) => {
  const value = parseJson(line);
  const event = eventLineSchema.safeParse(value);
  if (event.success) return event.data;
  const closing = closingLineSchema.safeParse(value);
  return closing.success ? { size: closing.data.size, root: closing.data.root } : undefined;
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};
