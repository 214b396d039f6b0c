/** Plans that are read to start from: none may break a rule of its season. */
import type { Plan, Season } from "../../model/types.js";
import { whole } from "../../papers/index.js";
import type { Engine } from "./engine.js";
import { EXIT, UsageError } from "./errors.js";
import { nameOf } from "./files.js";
import type { Io } from "./io.js";

/** Broken rules that are told before the rest is counted. */
const MOST_BROKEN = 5;

/**
 * Judges a plan that a command starts from; says so where it states a false cost, which no command believes.
 * @throws UsageError with the broken rules: the answer is no (exit code 1)
 */
export async function assertSound(
  io: Io,
  engine: Engine,
  season: Season,
  plan: Plan,
  file: string,
  quiet = false,
): Promise<void> {
  const check = await engine.check();
  const { feasible, violations, stated, total } = check(season, plan);
  if (!feasible) {
    const lines = violations.slice(0, MOST_BROKEN).map(({ rule, where, text }) => `${rule} · ${where}: ${text}`);
    if (violations.length > MOST_BROKEN) lines.push(`… and ${violations.length - MOST_BROKEN} more: see koppel check`);
    const count = violations.length === 1 ? "1 rule" : `${whole(violations.length, "en")} rules`;
    throw new UsageError(
      `the plan ${nameOf(file)} breaks ${count}: give one that breaks none, or repair it (koppel repair)`,
      lines,
      EXIT.no,
    );
  }
  if (!quiet && stated !== null && stated !== total)
    io.err(
      `koppel: the plan ${nameOf(file)} states a cost of ${whole(stated, "en")}, and it costs ${whole(total, "en")}\n`,
    );
}
