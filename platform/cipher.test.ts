import { describe, expect, it } from "vitest";
import { aesGcmCipher } from "./cipher.js";

const key = Buffer.alloc(32, 1);
const text = Buffer.from("Prov Ett");

describe("sealed content", () => {
  it("opens to what was sealed, and looks different every time", () => {
    const cipher = aesGcmCipher(key);
    const [one, two] = [cipher.seal(text, "letter:1"), cipher.seal(text, "letter:1")];
    expect(cipher.open(one, "letter:1")).toEqual(text);
    expect(one).not.toEqual(two);
    expect(one.includes(text)).toBe(false);
  });

  it("seals nothing as well as something", () => {
    const cipher = aesGcmCipher(key);
    expect(cipher.open(cipher.seal(new Uint8Array(), "x"), "x")).toHaveLength(0);
  });

  it.each([
    ["in another place", (sealed: Buffer) => aesGcmCipher(key).open(sealed, "letter:2")],
    ["under another key", (sealed: Buffer) => aesGcmCipher(Buffer.alloc(32, 2)).open(sealed, "letter:1")],
    ["cut short", (sealed: Buffer) => aesGcmCipher(key).open(sealed.subarray(0, 20), "letter:1")],
    [
      "of another format",
      (sealed: Buffer) => aesGcmCipher(key).open(Buffer.concat([Buffer.of(9), sealed.subarray(1)]), "letter:1"),
    ],
  ])("does not open %s", (_, open) => {
    expect(() => open(aesGcmCipher(key).seal(text, "letter:1"))).toThrow("does not open");
  });

  it("does not open with any single byte changed", () => {
    const cipher = aesGcmCipher(key);
    const sealed = cipher.seal(text, "x");
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = Buffer.from(sealed);
      changed[index] = (changed[index] ?? 0) ^ 1;
      expect(() => cipher.open(changed, "x")).toThrow("does not open");
    }
  });
});
