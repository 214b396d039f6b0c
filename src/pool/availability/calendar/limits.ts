/** What a calendar file may ask for at most, and how it is refused: by line and property, never by a value of hers. */
import { InputError, type InputIssue } from "../../../model/errors.js";

export interface CalendarLimits {
  /** bytes of the file */
  readonly bytes: number;
  /** lines, as they stand in the file */
  readonly lines: number;
  /** characters of a property that is read, unfolded */
  readonly property: number;
  /** components within each other */
  readonly depth: number;
  readonly events: number;
  /** dates that are listed (EXDATE, RDATE, FREEBUSY), in all */
  readonly dates: number;
  /** time zones that are used */
  readonly zones: number;
  /** days that are looked at to work out what repeats, in all: the measure of the time that takes */
  readonly steps: number;
  /** busy times in the period, before they are joined */
  readonly occurrences: number;
}

/** Far above what a person's calendar holds; at these limits an import takes seconds. */
export const CALENDAR_LIMITS: CalendarLimits = {
  bytes: 20_000_000,
  lines: 1_000_000,
  property: 200_000,
  depth: 8,
  events: 50_000,
  dates: 200_000,
  zones: 100,
  steps: 5_000_000,
  occurrences: 500_000,
};

const MOST_ISSUES = 20;
const WHAT = "the calendar file";

/** Collects what is wrong with a file. */
export class Refusals {
  readonly #issues: InputIssue[] = [];

  /** Notes a fault. With the twentieth the file is refused: whoever mends it has enough to begin with. */
  add(line: number, property: string | null, expected: string): void {
    this.#issues.push({ path: property === null ? `line ${line}` : `line ${line}, ${property}`, expected });
    if (this.#issues.length >= MOST_ISSUES) this.refuse();
  }

  /** Refuses the file at once: what follows would make no sense, or take too long. */
  stop(line: number, property: string | null, expected: string): never {
    this.add(line, property, expected);
    throw new InputError(WHAT, this.#issues);
  }

  /** Refuses the file if anything was wrong. */
  refuse(): void {
    if (this.#issues.length > 0) throw new InputError(WHAT, this.#issues);
  }
}

/** Counts against one limit of a file. */
export class Budget {
  #left: number;
  readonly #most: number;
  readonly #what: string;
  readonly #refusals: Refusals;

  constructor(most: number, what: string, refusals: Refusals) {
    this.#left = most;
    this.#most = most;
    this.#what = what;
    this.#refusals = refusals;
  }

  spend(amount: number, line: number, property: string | null): void {
    this.#left -= amount;
    if (this.#left < 0)
      this.#refusals.stop(line, property, `at most ${this.#most.toLocaleString("en")} ${this.#what} in a file`);
  }
}
