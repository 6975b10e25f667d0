import { letterPreview, whyNoLetter } from "../../activities/letters/preview.js";
import type { PacksInForce } from "../../activities/packs-in-force.js";
import type { ApiDeps } from "../../api/deps.js";
import type { LocalDate } from "../../contracts/dates.js";
import type { LetterMunicipality } from "../../contracts/letter.js";
import { renderLetter } from "../../documents/letters/render.js";
import type { Store } from "../../store/open-store.js";
import { findStaff } from "../../store/staff.js";
import type { StoreTransaction } from "../../store/transaction.js";

/** The letter as it would be sent, composed and set by the code that makes the letter itself. */
export const createPreview =
  (deps: {
    readonly store: Store;
    readonly packsInForce: PacksInForce;
    readonly municipality: LetterMunicipality;
    readonly today: (tx: StoreTransaction) => Promise<LocalDate>;
  }): ApiDeps["previewLetter"] =>
  async ({ caseId, viewer, draft }) => {
    const { store, packsInForce, municipality, today } = deps;
    try {
      const content = await store.read(async (tx) => {
        const { roles } = viewer;
        const staff = await findStaff(tx, viewer.staffId);
        const seen = { name: staff?.displayName ?? "", ownTitle: staff?.title ?? null, roles };
        const packs = await packsInForce(tx);
        const asked = { caseId, today: await today(tx), municipality, packs, viewer: seen };
        return letterPreview(tx, { ...asked, ...(draft !== undefined && { draft }) });
      });
      return content === undefined ? undefined : { content, pdf: renderLetter(content) };
    } catch (error) {
      const missing = whyNoLetter(error);
      if (missing === undefined) throw error;
      return { missing };
    }
  };
