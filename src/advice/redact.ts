/** What leaves `advice` for whom: the one place where answers lose what their reader may not see. */
import type { CostName, Costs, HardRule, Session, Trainer } from "../model/types.js";

/** Who reads an answer: one who may see everything, or one to whom a trainer's own reasons are all `available`. */
export type View = "full" | "redacted";

/** Costs by rule as a reader sees them. */
export type ShownCosts = Readonly<Partial<Record<CostName, number>>>;

/** Rules whose reasons are a trainer's own to keep: to others they are one and the same. */
const HERS: ReadonlySet<HardRule> = new Set([
  "available",
  "avoidPlaces",
  "avoidTrainers",
  "ownCommunity",
  "exposure",
  "excludes",
]);

/** Rules as a reader sees them, each once and in the order given: those that are a trainer's own are `available`. */
export function redactRules(rules: readonly HardRule[], view: View): HardRule[] {
  if (view === "full") return [...rules];
  return [...new Set(rules.map((rule) => (HERS.has(rule) ? "available" : rule)))];
}

/** Costs by rule as a reader sees them: without `background`, which tells who shares what with whom. */
export function redactCosts(costs: Costs, view: View): ShownCosts {
  if (view === "full") return costs;
  const { background: _, ...shown } = costs;
  return shown;
}

/**
 * A trainer who does not exist (a kind) as a reader sees her: of languages, backgrounds and traits those that the reader's
 * own sessions ask for, and no others.
 */
export function redactKind(trainer: Trainer, view: View, own: readonly Session[]): Trainer {
  if (view === "full") return trainer;
  const asked = (needs: readonly string[], tags: readonly string[]): string[] =>
    tags.filter((tag) => needs.includes(tag));
  return {
    ...trainer,
    backgrounds: asked(
      own.flatMap(({ communities }) => communities.flatMap(({ backgrounds }) => backgrounds)),
      trainer.backgrounds,
    ),
    languages: asked(
      own.flatMap(({ languages }) => languages.map(({ id }) => id)),
      trainer.languages,
    ),
    traits: asked(
      own.flatMap(({ traits }) => traits.map(({ id }) => id)),
      trainer.traits,
    ),
  };
}
