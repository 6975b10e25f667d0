import { describe, expect, it } from "vitest";
import { createLogger, framesOf, type LogFields } from "./logger.js";
import { scrubPersonalNumbers } from "./scrub.js";

const logged = (fields: LogFields): string[] => {
  const lines: string[] = [];
  createLogger({ level: "info", write: (line) => void lines.push(line) }).info("step.done", fields);
  return lines;
};

describe("the technical log", () => {
  it("writes the event and the listed fields as one JSON line", () => {
    const [line = ""] = logged({ caseId: "c", attempt: 2 });
    expect(JSON.parse(line)).toMatchObject({ level: "info", event: "step.done", caseId: "c", attempt: 2 });
  });

  it("leaves out whatever is not on the list, however it got there", () => {
    const fields = { caseId: "c", name: "Prov Ett", nested: { personalNumber: "198903152398" } };
    expect(logged(fields).join()).not.toMatch(/Prov|1989/);
  });

  it("scrubs a personal number in a listed field and sounds the tripwire", () => {
    const lines = logged({ code: "for 19890315-2398" });
    expect(lines.join()).not.toContain("2398");
    expect(lines[1]).toContain("log.tripwire");
  });

  it("says nothing below its level", () => {
    const lines: string[] = [];
    createLogger({ level: "warn", write: (line) => void lines.push(line) }).info("step.done");
    expect(lines).toEqual([]);
  });

  it("gives an error's frames without its message", () => {
    const frames = framesOf(new Error("for Prov Ett\n    second line of 198903152398"));
    expect(frames).toContain("logger.test.ts");
    expect(frames).not.toMatch(/Prov|1989/);
  });
});

describe("the scrub", () => {
  it.each(["198903152398", "19890315-2398", "890315-2398", "8903152398", "890315+2398", "194011772383"])(
    "finds %s in a text",
    (number) => {
      expect(scrubPersonalNumbers(`a "${number}", b`)).toBe('a "[personnummer]", b');
    },
  );

  it.each(["2025-10-27T08:15:00.000Z", "3f2504e0-4f89-41d3-9a0c-198903152398", "1763801234567", "198913152398"])(
    "leaves %s alone",
    (text) => {
      expect(scrubPersonalNumbers(text)).toBe(text);
    },
  );
});
