import { describe, expect, test } from "vitest";
import { queueOf } from "../../test-support/view-fixtures.js";
import { inOrder, isOutOfOrder, keepInPlace } from "./stable-order.js";

const { rows } = queueOf("ready");
const [first, second, third] = rows;
if (first === undefined || second === undefined || third === undefined)
  throw new Error("The fixture has too few rows.");
const references = (standing: ReturnType<typeof keepInPlace>) => standing.map(({ row }) => row.reference);

describe("a list that changes while someone reads it", () => {
  test("keeps every row where it stood and puts new ones last", () => {
    const standing = keepInPlace(inOrder([first, second]), [third, second, first]);
    expect(references(standing)).toEqual([first, second, third].map(({ reference }) => reference));
    expect(isOutOfOrder(standing, [third, second, first])).toBe(true);
  });

  test("shows the new content of a row in its old place", () => {
    const changed = { ...first, amountOre: 1 };
    expect(keepInPlace(inOrder([first, second]), [second, changed])[0]).toEqual({ row: changed, hasLeft: false });
  });

  test("keeps a row that has left, and says so", () => {
    const standing = keepInPlace(inOrder([first, second]), [second]);
    expect(standing.map(({ hasLeft }) => hasLeft)).toEqual([true, false]);
  });

  test("is in order when it stands as the server has it", () => {
    expect(isOutOfOrder(inOrder(rows), rows)).toBe(false);
  });
});
