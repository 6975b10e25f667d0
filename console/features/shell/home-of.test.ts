import { describe, expect, test } from "vitest";
import { homeOf, placesOf } from "./home-of.js";

describe("the menu", () => {
  test("holds what the roles may see, and no dead ends", () => {
    expect(placesOf(["caseworker"])).toEqual(["/arenden", "/manaden", "/regler"]);
    expect(placesOf(["administrator"])).toEqual(["/regler"]);
    expect(placesOf(["auditor", "caseworker"])).toEqual(["/arenden", "/manaden", "/regler", "/granskning"]);
  });

  test("begins where the work is", () => {
    expect([homeOf(["caseworker"]), homeOf(["auditor"]), homeOf([])]).toEqual(["/arenden", "/granskning", "/regler"]);
  });
});
