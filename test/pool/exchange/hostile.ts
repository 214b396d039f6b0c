/** Files that must be refused, of every kind in turn. */
import { WRONG_CELLS } from "./hostile-cells.js";
import { WRONG_FILES } from "./hostile-files.js";
import { CANARY, type Hostile, type Kind } from "./hostile-parts.js";

export { CANARY };
export const KINDS: Readonly<Record<string, Kind>> = { ...WRONG_FILES, ...WRONG_CELLS };

/** The n-th file: all kinds in turn, each with other numbers the next time. */
export function hostile(n: number): Hostile & { readonly kind: string } {
  const names = Object.keys(KINDS);
  const kind = names[n % names.length] ?? "";
  const made = KINDS[kind]?.(Math.floor(n / names.length));
  if (made === undefined) throw new Error(`no kind ${kind}`);
  const sheet = kind.startsWith("CSV with a cell too many")
    ? "Trainers"
    : kind.includes("BOM")
      ? "Organisaties"
      : "los";
  return { kind, bytes: made.bytes, at: made.at, name: made.csv === true ? `${sheet}.csv` : `map${n}.xlsx` };
}
