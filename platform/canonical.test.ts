import { describe, expect, it } from "vitest";
import { canonicalJson, sha256Hex } from "./canonical.js";

describe("canonical JSON", () => {
  it("orders keys by UTF-16 code units and leaves out what is absent", () => {
    expect(canonicalJson({ b: 1, å: 2, a: [3, { z: null, y: undefined }], A: "é" })).toBe(
      '{"A":"é","a":[3,{"z":null}],"b":1,"å":2}',
    );
  });

  it("writes numbers as RFC 8785 does", () => {
    expect(canonicalJson([1e21, 1e-7, -0, 4.5, 1e20])).toBe("[1e+21,1e-7,0,4.5,100000000000000000000]");
  });

  it.each([undefined, NaN, Infinity, { a: NaN }])("refuses %o, which has no JSON form", (value) => {
    expect(() => canonicalJson(value)).toThrow("JSON form");
  });

  it("hashes parts as if they were one", () => {
    expect(sha256Hex("ab", Buffer.from("c"))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });
});
