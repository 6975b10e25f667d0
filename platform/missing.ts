/** Something the machine or the data folder must have is not there. Exit code 3: says what, and how to get it. */
export class MissingPart extends Error {
  override readonly name = "MissingPart";
  /** What is missing, in a few words. */
  readonly part: string;
  /** How to get it. */
  readonly remedy: string;

  constructor(part: string, remedy: string) {
    super(`${part} ${remedy}`);
    this.part = part;
    this.remedy = remedy;
  }
}
