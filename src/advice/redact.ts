/** The one place where advice is made fit for its reader: what may not be told is taken out here, and nowhere else. */
import type { Edit, Scenarios } from "../model/edit-types.js";
import { InputError } from "../model/errors.js";
import {
  type CostName,
  type Costs,
  HARD_RULES,
  type HardRule,
  OWN_RULES,
  type Season,
  type Session,
  type Trainer,
  type Violation,
} from "../model/types.js";

/** Who reads: someone with the right to every reason, or anybody else. */
export type View = "full" | "redacted";

/** What a reader without the right is told of a rule whose breach is a trainer's own affair. */
export const NOT_AVAILABLE = "not available";
export type ToldRule = HardRule | typeof NOT_AVAILABLE;

/** Rules for what is worked out on behalf of a reader: those that stay with the trainer are one, `available`, where the first stood. */
export function mergeHers(rules: readonly HardRule[], view: View): HardRule[] {
  if (view === "full") return [...new Set(rules)];
  return [...new Set(rules.map((rule) => (isHers(rule) ? "available" : rule)))];
}

/** A rule by the name that its reader may know. */
export function toldRule(rule: HardRule, view: View): ToldRule {
  return view === "redacted" && isHers(rule) ? NOT_AVAILABLE : rule;
}

/** Whether a rule's reason is the trainer's own to keep. */
export function isHers(rule: HardRule): boolean {
  return OWN_RULES.has(rule);
}

/**
 * Rules as their reader may know them, each once, in the order given. For a reader without the right those that stay
 * with the trainer are `not available`, once and at the place of none of them (ahead of the others), so that text, order
 * and count tell nothing.
 */
export function redactRules<R extends string>(rules: Iterable<R>, view: View): (R | typeof NOT_AVAILABLE)[] {
  const all = [...new Set(rules)];
  if (view === "full") return all;
  const others = all.filter((rule) => !OWN_RULES.has(rule));
  return others.length < all.length ? [NOT_AVAILABLE, ...others] : others;
}

/** A broken rule as its reader may know it. */
export interface ToldViolation {
  readonly rule: Violation["rule"] | typeof NOT_AVAILABLE;
  readonly where: string;
  readonly text: string;
}

/**
 * Broken rules as their reader may know them. For one without the right those that stay with a trainer are told of their sessions
 * alone, whoever and whichever they are of, once each, of sessions with nothing else wrong, and ahead of the others, which stand by
 * where they are and what they are: so neither place nor order nor count tells one from another.
 */
export function redactViolations(violations: readonly Violation[], view: View): readonly ToldViolation[] {
  const plain = ({ rule, where, text }: Violation): ToldViolation => ({ rule, where, text });
  if (view === "full") return violations.map(plain);
  const hers = violations.filter(({ rule }) => OWN_RULES.has(rule));
  // Beside what breaks a session by itself they are not told: a whole team with nothing else wrong shows them.
  const others = new Set(violations.filter(({ rule }) => !OWN_RULES.has(rule)).map(({ where }) => where));
  const named = new Set(hers.flatMap(({ where, sessions: those }) => those ?? [where]));
  const sessions = [...named].filter((where) => !others.has(where)).sort();
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [
    ...sessions.map((where): ToldViolation => ({ rule: NOT_AVAILABLE, where, text: NOT_AVAILABLE })),
    ...violations
      .filter(({ rule }) => !OWN_RULES.has(rule))
      .map(plain)
      .sort((a, b) => compare(a.where, b.where) || compare(a.rule, b.rule) || compare(a.text, b.text)),
  ];
}

/**
 * What keeps somebody out of each of several dates, as its reader may know it: each rule once, in the model's order. To
 * a reader without the right `not available` is told only where nothing else would keep her out of some date: what stays
 * with the trainer is never told beside what would do by itself.
 */
export function redactDates(dates: readonly ReadonlySet<HardRule>[], view: View): ToldRule[] {
  const told = new Set<ToldRule>();
  for (const rules of dates) {
    const shown = view === "full" ? [...rules] : [...rules].filter((rule) => !isHers(rule));
    for (const rule of shown) told.add(rule);
    if (shown.length < rules.size && shown.length === 0) told.add(NOT_AVAILABLE);
  }
  return [NOT_AVAILABLE, ...HARD_RULES].filter((rule): rule is ToldRule => told.has(rule as ToldRule));
}

/** Costs by rule as a reader may know them. */
export type ShownCosts = Readonly<Partial<Record<CostName, number>>>;

/** Costs by rule as their reader may know them: without what backgrounds cost for one without the right. */
export function redactCosts(costs: Costs, view: View): ShownCosts {
  if (view === "full") return costs;
  const { background: _, ...rest } = costs;
  return rest;
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

/** What of a record is the trainer's own, or would lift what is: only who may know it may suppose it otherwise. */
const HERS: Readonly<Partial<Record<Edit["edit"], readonly string[]>>> = {
  "change-trainer": ["available", "avoidPlaces", "avoidTrainers", "backgrounds", "home", "limits"],
  "change-session": ["excludes", "waivers"],
};

const NOT_HIS = "left out: only a reader with the right to every reason may ask this";

/**
 * Whether scenarios may be asked by their reader. One that lifts what keeps somebody away would show, by whether she
 * can come then, what it was.
 * @throws InputError with each edit and field that is not the reader's to suppose
 */
export function assertAskable({ scenarios }: Scenarios, what: string, view: View): void {
  if (view === "full") return;
  refuse(
    what,
    scenarios.flatMap(({ edits }, i) => lifting(edits, `scenarios[${i}].edits`)),
  );
}

/** What of a session decides who may come and who may not: places, people, and what is asked of a team. */
const DECIDES = ["place", "audience", "communities", "languages", "traits", "themes"] as const;

/**
 * Whether edits suppose only sessions that are asked for like one that the season has. Else a reader without the right could find out,
 * place by place and tag by tag, whom something keeps away.
 * @throws InputError with each session that is asked for otherwise
 */
export function assertKnownNeeds(edits: readonly Edit[], { sessions }: Season, what: string, view: View): void {
  if (view === "full") return;
  const key = (session: Session): string => JSON.stringify(DECIDES.map((field) => session[field]));
  const known = new Set(sessions.map(key));
  refuse(
    what,
    edits.flatMap((edit, k): NotHis[] => {
      if (edit.edit === "add-session" && !known.has(key(edit.session)))
        return [
          { path: `edits[${k}].session`, expected: `${DECIDES.join(", ")} as some session of the season has them` },
        ];
      if (edit.edit !== "change-session") return [];
      const fields = DECIDES.filter((field) => field in edit.set);
      return fields.map((field) => ({ path: `edits[${k}].set.${field}`, expected: NOT_HIS }));
    }),
  );
}

/** The same for edits, and for a session that somebody supposes. @throws InputError */
export function assertEditsAskable(edits: readonly Edit[], what: string, view: View): void {
  if (view !== "full") refuse(what, lifting(edits, "edits"));
}

/** @throws InputError where a session that is supposed waives what is a trainer's own */
export function assertSessionAskable(session: Session, what: string, view: View): void {
  if (view !== "full") refuse(what, waiving(session, "session"));
}

interface NotHis {
  readonly path: string;
  readonly expected: string;
}

function refuse(what: string, issues: readonly NotHis[]): void {
  if (issues.length > 0) throw new InputError(what, issues);
}

function lifting(edits: readonly Edit[], root: string): NotHis[] {
  return edits.flatMap((edit, k): NotHis[] => {
    const path = `${root}[${k}]`;
    if (edit.edit === "waive") return isHers(edit.rule) ? [{ path: `${path}.rule`, expected: NOT_HIS }] : [];
    if (edit.edit === "add-session") return waiving(edit.session, `${path}.session`);
    if (!("set" in edit)) return [];
    const fields = Object.keys(edit.set).filter((field) => HERS[edit.edit]?.includes(field));
    return fields.map((field) => ({ path: `${path}.set.${field}`, expected: NOT_HIS }));
  });
}

function waiving({ waivers }: Session, path: string): NotHis[] {
  return waivers.flatMap(({ rule }, i) => (isHers(rule) ? [{ path: `${path}.waivers[${i}]`, expected: NOT_HIS }] : []));
}
