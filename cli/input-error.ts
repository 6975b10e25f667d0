import type { z } from "zod";

/** One thing that is wrong with what the user gave: where, which rule it breaks, and in words. */
export type InputError = { readonly path: string; readonly code: string; readonly message: string };

/** The input was refused as a whole. Exit code 2. */
export class InputRefused extends Error {
  override readonly name = "InputRefused";
  readonly errors: readonly InputError[];

  constructor(errors: readonly InputError[]) {
    super(errors.map((error) => `${error.path === "" ? "" : `${error.path}: `}${error.message}`).join("\n"));
    this.errors = errors;
  }
}

/** Refuses the input for a single reason. */
export const refuse = (path: string, code: string, message: string): InputRefused =>
  new InputRefused([{ path, code, message }]);

const kebab = (code: string): string => code.replaceAll("_", "-");

/** The errors of a schema with paths as in `household.members.0.birthDate`. An unknown key is named by its own path. */
export const inputErrorsOf = (error: z.ZodError): InputError[] =>
  error.issues.flatMap((issue): InputError[] => {
    const path = issue.path.map(String);
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        path: [...path, key].join("."),
        code: kebab(issue.code),
        message: "Fältet finns inte.",
      }));
    return [{ path: path.join("."), code: kebab(issue.code), message: issue.message }];
  });
