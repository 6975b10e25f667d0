import { afterEach, describe, expect, it } from "vitest";
import { findPostgres, startPostgres, type PostgresServer } from "../../store/test-support/postgres-server.js";
import { openTown, type Town } from "./town.js";

const hangInRegister = { system: "register", page: "record", kind: "hang", times: 1 } as const;

describe("an outage in the middle of a case", () => {
  let town: Town;
  let postgres: PostgresServer | undefined;
  afterEach(async () => {
    await town.close();
    await postgres?.stop();
    postgres = undefined;
  });

  const approveAndExpectOneEnd = async (): Promise<void> => {
    const { caseId, amountOre } = await town.caseIn("prefilled");
    expect(amountOre).toBe(619_000);
    await (await town.signIn()).approve(caseId);
    await town.caseIn("closed");
    expect(await town.control.writes()).toEqual({ calculation: 1, decision: 1, payment: 1, journal: 1, duplicates: 0 });
    expect(await town.verify()).toMatchObject({ verified: true });
  };

  it("loses nothing when the Temporal server is killed and started again", async () => {
    town = await openTown(["01"], { faults: [hangInRegister] });
    await town.untilHit("hang");
    town.killTemporal();
    await town.disarm();
    await town.restartTemporal();
    await approveAndExpectOneEnd();
  });

  it("loses nothing when the database is stopped and started again", async () => {
    const folder = findPostgres();
    if (folder === undefined)
      throw new Error("PostgreSQL is missing on this machine: install Debian's package postgresql.");
    postgres = await startPostgres(folder);
    town = await openTown(["01"], { faults: [hangInRegister], environment: { DATABASE_URL: postgres.url } });
    await town.untilHit("hang");
    await postgres.halt();
    await town.disarm();
    await postgres.resume();
    await approveAndExpectOneEnd();
  });
});
