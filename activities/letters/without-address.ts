import { append } from "../../audit/append.js";
import { listEvents, openContent } from "../../audit/events.js";
import { Fault } from "../../contracts/faults.js";
import { letterContentSchema, type LetterContent } from "../../contracts/letter.js";
import { getCase, lockCase } from "../../store/cases.js";
import { findLetter, replaceLetter, type LetterEntry } from "../../store/letters.js";
import type { Store } from "../../store/open-store.js";
import type { StoreTransaction } from "../../store/transaction.js";
import { theSystem } from "../actors.js";
import { forwardedTo } from "./recipient.js";

/** What setting a letter again works with. */
export type WithoutAddressDeps = {
  readonly store: Store;
  readonly renderLetter: (content: LetterContent) => Promise<Uint8Array>;
};

/**
 * Sees to that a letter that has not left bears no address where identity is protected by now (OSL 26 kap. 1 §): one
 * that was set before the mark is set again, word for word, to be forwarded by the Tax Agency. Both are kept. Returns
 * the letter as it is to be sent.
 */
export const withoutAddress = async (
  { store, renderLetter }: WithoutAddressDeps,
  letter: LetterEntry,
): Promise<LetterEntry> => {
  const content = await store.read((tx) => contentToMend(tx, letter));
  if (content === undefined) return letter;
  const bytes = await renderLetter(content);
  return store.transaction(async (tx) => {
    const { id, caseId, kind, sha256: replaces, recipientMember: memberId } = letter;
    await lockCase(tx, caseId);
    const replaced = await replaceLetter(tx, letter, bytes);
    if (replaced === undefined) return (await findLetter(tx, id)) ?? letter;
    const texts = `${content.texts.id}@${content.texts.version}`;
    await append(tx, {
      action: "letter.rendered",
      caseId,
      actor: theSystem,
      details: { letter: id, kind, sha256: replaced.sha256, memberId, texts, replaces },
      content,
    });
    return replaced;
  });
};

/** What the letter says, with nothing but a forwarding in place of an address; undefined where it may stay as it is. */
const contentToMend = async (tx: StoreTransaction, { id, caseId }: LetterEntry): Promise<LetterContent | undefined> => {
  if (!(await getCase(tx, caseId)).protected) return undefined;
  const rendered = (await listEvents(tx, { caseId, action: "letter.rendered", newestFirst: true })).find(
    ({ details }) => details["letter"] === id,
  );
  if (rendered === undefined) throw new Fault("InvariantBroken", "The letter was never set.", { letterId: id });
  const content = letterContentSchema.parse(await openContent(tx, rendered));
  const recipientLines = forwardedTo(content.recipientLines[0] ?? "");
  return content.recipientLines.join("\n") === recipientLines.join("\n") ? undefined : { ...content, recipientLines };
};
