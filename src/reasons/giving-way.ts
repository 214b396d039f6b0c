/**
 * Which hard rules would have to give way for a session to have a team. Rules that are a trainer's own are one, `available`, so that
 * neither the set nor its size tells them apart.
 */
import { HARD_RULES, type HardRule, OWN_RULES } from "../model/types.js";
import type { Case } from "./case.js";
import { NEED_RULES } from "./facts.js";
import { possible } from "./possible.js";

export interface GivingWay {
  /** in the order of the model */
  readonly rules: readonly HardRule[];
  /** all of them at once, since none of them alone would do; else any one of them would */
  readonly together: boolean;
}

const toldAs = (rule: HardRule): HardRule => (OWN_RULES.has(rule) ? "available" : rule);
/** What a team has to bring along is left out last: it is blamed only where nothing else will do. */
const LAST: ReadonlySet<HardRule> = new Set([...NEED_RULES, "pinned"]);

/**
 * Each rule that by itself keeps every team away, or, where no rule alone does, a smallest set (none of it can be left out) of
 * rules that would have to give way at once. `seats` alone: the pool has too few people of the roles, whatever gives way.
 * @returns null where a team can come as things stand
 */
export function givingWay(kase: Case): GivingWay | null {
  const comes = (lifted: ReadonlySet<HardRule>): boolean => {
    const active = Uint8Array.from(kase.facts, ({ rule }) => (lifted.has(toldAs(rule)) ? 0 : 1));
    return possible(kase, active) >= 0;
  };
  if (comes(new Set())) return null;
  const known = new Set(kase.facts.map(({ rule }) => toldAs(rule)));
  const rules = HARD_RULES.filter((rule) => known.has(rule));
  const alone = rules.filter((rule) => comes(new Set([rule])));
  if (alone.length > 0) return { rules: alone, together: false };
  if (!comes(new Set(rules))) return { rules: ["seats"], together: false };
  let kept: readonly HardRule[] = rules;
  for (const rule of [...rules.filter((one) => LAST.has(one)), ...rules.filter((one) => !LAST.has(one))]) {
    const without = kept.filter((one) => one !== rule);
    if (comes(new Set(without))) kept = without;
  }
  return { rules: kept, together: true };
}
