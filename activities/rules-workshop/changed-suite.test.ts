import { afterAll, beforeAll, expect, test } from "vitest";
import { scenarioSchema } from "../../contracts/rule-scenario.js";
import { samplePacks } from "../../rules/index.js";
import { runScenario } from "../pack-exchange/run-scenario.js";
import { shippedSuites } from "./shipped-suites.js";
import { aWorkshop, rentsFrom, valueOf } from "./test-support/a-workshop.js";

let place: Awaited<ReturnType<typeof aWorkshop>>;
beforeAll(async () => {
  place = await aWorkshop();
});
afterAll(() => place.town.stop());

test("a scenario that comes after the tests makes them stale, and what waits is to be handed back", async () => {
  const { one, other, workshop, submitted } = place;
  const { id } = await submitted({ content: rentsFrom([{ from: "2026-01", moreOre: 200_00 }]), from: "2026-01" });
  const seen = async () => {
    const { tests, steps, actions, rehearsal } = valueOf(await workshop.change(other, id));
    return {
      fresh: [tests?.fresh, rehearsal?.fresh],
      told: steps.find(({ step }) => step === "tests")?.detail,
      approve: actions.find(({ action }) => action === "approve"),
    };
  };
  expect(await seen()).toMatchObject({ fresh: [true, true], approve: { allowed: true, why: null } });

  const [{ case: value } = { case: undefined }] = shippedSuites(samplePacks).national;
  if (value === undefined) throw new Error("No scenario ships.");
  const { grantOre } = runScenario(value, samplePacks);
  const scenario = scenarioSchema.parse({
    id: "eget-exempel",
    title: "En vuxen, som alltid",
    origin: "invented",
    case: value,
    expected: { grantOre },
  });
  expect(await workshop.saveScenario(one, scenario)).toMatchObject({ ok: true });
  expect(await seen()).toEqual({
    fresh: [false, true],
    told: "gjord på andra exempel än de som finns nu",
    approve: {
      action: "approve",
      allowed: false,
      why:
        "Exemplen har ändrats sedan utkastet prövades. Pröva det igen. " +
        "Lämna tillbaka ändringen, så kan den ändras, prövas och repeteras igen.",
    },
  });

  const back = valueOf(await workshop.giveBack(other, id, "Ett exempel har kommit till."));
  expect(valueOf(await workshop.check(one, id, back.revision)).tests?.fresh).toBe(true);
  expect(await workshop.submit(one, id, back.revision)).toMatchObject({ ok: true });
  expect((await seen()).approve?.allowed).toBe(true);
});
