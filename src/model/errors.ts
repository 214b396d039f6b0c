/** One wrong field of an input: where it stands, what was expected, and its value unless that could be sensitive. */
export interface InputIssue {
  /** e.g. `sessions[3].slots[0][1]`; empty for the file as a whole */
  readonly path: string;
  /** the id of the season's record that the path leads into, where it has one that may be shown */
  readonly record?: string;
  readonly expected: string;
  /** a short JSON rendering of the value; absent for special categories and unknown keys */
  readonly value?: string;
}

/** Input that the model refuses: all its wrong fields at once. Faces turn it into exit code 2. */
export class InputError extends Error {
  readonly issues: readonly InputIssue[];
  /** @param what what is refused: the name of a file, or words such as `the order` */
  constructor(
    readonly what: string,
    issues: readonly InputIssue[],
  ) {
    super(`${what}: ${issues.length} ${issues.length === 1 ? "thing is" : "things are"} wrong`);
    this.name = "InputError";
    this.issues = issues;
  }
}
