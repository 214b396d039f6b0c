/** Collecting everything that is wrong with an input, so that it is all reported at once. */
import { InputError, type InputIssue } from "./errors.js";
import { fields, items } from "./loose.js";
import { isSpecial, type Path, shortJson, specialStrings, writePath } from "./redaction.js";

interface Fault {
  readonly path: Path;
  readonly expected: string;
  readonly shown: boolean;
  readonly value: unknown;
}

export class Faults {
  /** the input as it was given: messages look their values up in it */
  readonly #file: unknown;
  readonly #faults: Fault[] = [];
  readonly #dirty = new Set<string>();

  constructor(file: unknown) {
    this.#file = file;
  }

  get length(): number {
    return this.#faults.length;
  }

  /** A fault whose message shows no value: its field says enough, or its value must not be seen. */
  add(path: Path, expected: string): void {
    this.#push({ path, expected, shown: false, value: undefined });
  }

  /** A fault whose message shows the value, unless the path or the value is special. */
  addValue(path: Path, expected: string, value: unknown): void {
    this.#push({ path, expected, shown: true, value });
  }

  #push(fault: Fault): void {
    this.#faults.push(fault);
    this.#dirty.add(`${fault.path[0]} ${fault.path[1]}`);
    if (fault.path.length < 2) this.#dirty.add(`${fault.path[0] ?? ""}`);
  }

  /** Whether nothing is wrong so far with a record of a list, e.g. `sessions` 3. */
  isSound(list: string, index: number): boolean {
    return !this.#dirty.has(`${list} ${index}`) && !this.#dirty.has(list);
  }

  /**
   * Throws all faults, if there are any.
   * @param what how the file is called in the message
   * @param root left out of the paths (for an input that is a piece of a season)
   * @param season where special strings are looked for, beside the input itself
   */
  refuse(what: string, root: Path = [], season?: unknown): void {
    if (this.#faults.length === 0) return;
    const hidden = new Set([...specialStrings(this.#file), ...specialStrings(season)]);
    const seen = new Set<string>();
    const issues: InputIssue[] = [];
    for (const fault of this.#faults) {
      const path = writePath(fault.path.slice(root.length));
      const key = `${path}\n${fault.expected}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const value = fault.shown && !isSpecial(fault.path) ? shortJson(fault.value, hidden) : undefined;
      const record = root.length === 0 ? recordId(this.#file, fault.path, hidden) : undefined;
      issues.push({
        path,
        ...(record === undefined ? {} : { record }),
        expected: fault.expected,
        ...(value === undefined ? {} : { value }),
      });
    }
    throw new InputError(what, issues);
  }
}

/** The id of the record that a path leads into, unless it could have come from a field that must not be seen. */
function recordId(file: unknown, path: Path, hidden: ReadonlySet<string>): string | undefined {
  const [list, index] = path;
  if (typeof list !== "string" || typeof index !== "number") return undefined;
  const { id } = fields(items(fields(file)[list])[index]);
  return typeof id === "string" && /^[\w.:-]{1,40}$/.test(id) && !hidden.has(id) ? id : undefined;
}
