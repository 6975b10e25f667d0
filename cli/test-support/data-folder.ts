import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { append } from "../../audit/append.js";
import { systemClock } from "../../platform/clock.js";
import { prepareDataFolder, type DataFolder } from "../../platform/data-folder.js";
import { loadKeys } from "../../platform/keys.js";
import { receiveApplication } from "../../store/applications.js";
import { changeCase, getCase } from "../../store/cases.js";
import { openStore, type Store } from "../../store/open-store.js";
import { anApplication } from "../../store/test-support/an-application.js";
import { testActor } from "../../store/test-support/test-store.js";

/** A new data folder in the machine's temporary folder, which its caller removes. */
export const newDataFolder = (): DataFolder => prepareDataFolder(mkdtempSync(join(tmpdir(), "skalig-data-")));

/** Opens the store of a data folder, as the application does. */
export const openStoreIn = (folder: DataFolder): Promise<Store> =>
  openStore({
    location: { kind: "embedded", folder: folder.database },
    keys: loadKeys({ dataFolder: folder.path }),
    clock: systemClock,
  });

/** Takes in an application for a month and answers with the case's number. */
export const receiveCase = (store: Store, month: string, { isProtected = false } = {}): Promise<string> =>
  store.transaction(async (tx) => {
    const application = anApplication({ reference: `E-${month}`, month });
    const { caseId } = await receiveApplication(tx, { application, municipality: "0000" });
    if (isProtected) await changeCase(tx, caseId, { protected: true });
    await append(tx, { action: "application.received", caseId, actor: testActor });
    return (await getCase(tx, caseId)).number;
  });
