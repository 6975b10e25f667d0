import { describe, expect, it } from "vitest";
import { assertLoopback, assertLoopbackUrl } from "./loopback.js";

describe("what must not be reached from outside", () => {
  it.each(["127.0.0.1", "127.8.9.1", "localhost", "::1", "[::1]"])("may listen on %s", (host) => {
    expect(() => assertLoopback(host, "The simulator")).not.toThrow();
  });

  it.each(["0.0.0.0", "::", "192.168.1.2", "127.0.0.1.example.org", "localhost.example.org", ""])(
    "may not listen on %j",
    (host) => {
      expect(() => assertLoopback(host, "The simulator")).toThrow("The simulator may only listen on loopback");
    },
  );

  it("is told by the host of an address", () => {
    expect(() => assertLoopbackUrl("http://[::1]:4600/x", "It")).not.toThrow();
    expect(() => assertLoopbackUrl("http://127.0.0.1@example.org/", "It")).toThrow("loopback");
  });
});
