import { z } from "zod";
import { treeHeadSchema } from "../../contracts/audit-event.js";
import { Fault } from "../../contracts/faults.js";
import type { Inspection } from "./inspection.js";
import { caseAnswerSchema, verificationSchema, type InspectionRequest } from "./protocol.js";
import { portalsAnswerSchema } from "./portals.js";
import { staffAnswerSchema, staffMemberSchema } from "./staff.js";
import type { RunningAddress } from "./running-address.js";

/** Asks the running application over loopback. */
export const askRunning = (address: RunningAddress): Inspection => {
  const ask = async (request: InspectionRequest): Promise<Response> => {
    const response = await fetch(`http://127.0.0.1:${address.port}/`, {
      method: "POST",
      headers: { authorization: `Bearer ${address.token}` },
      body: JSON.stringify(request),
    });
    if (response.ok) return response;
    throw new Fault("InvariantBroken", "The running application did not answer the command.", {
      status: response.status,
    });
  };
  return {
    showCase: async (reference) => caseAnswerSchema.parse(await (await ask({ ask: "case", reference })).json()),
    verify: async (checkpoint) =>
      verificationSchema.parse(
        await (await ask({ ask: "verify", ...(checkpoint === undefined ? {} : { checkpoint }) })).json(),
      ),
    portals: async () => portalsAnswerSchema.parse(await (await ask({ ask: "portals" })).json()),
    changePortal: async (change) =>
      portalsAnswerSchema.parse(await (await ask({ ask: "change-portal", change })).json()),
    staff: async () => z.array(staffMemberSchema).parse(await (await ask({ ask: "staff" })).json()),
    changeStaff: async (change) => staffAnswerSchema.parse(await (await ask({ ask: "change-staff", change })).json()),
    exportLog: async (write) => {
      const { body } = await ask({ ask: "export" });
      let last = "";
      const decoder = new TextDecoder();
      for await (const chunk of body ?? []) {
        if (!(chunk instanceof Uint8Array)) continue;
        const text = decoder.decode(chunk, { stream: true });
        last = lastLineOf(last + text);
        await write(text);
      }
      return treeHeadSchema.strip().parse(JSON.parse(last));
    },
  };
};

/** What follows the last line end but one: the line that is being written, or the last whole one. */
const lastLineOf = (text: string): string => text.slice(text.trimEnd().lastIndexOf("\n") + 1);
