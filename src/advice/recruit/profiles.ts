/** Kinds of trainer: what she would bring, read off what sessions ask for, alone and together. */
import type { Role, Season, Session, Trainer, Who } from "../../model/types.js";
import { ROLES } from "../../model/types.js";
import { expertIn, type Norms, normsOf } from "./norms.js";

/** What a trainer brings, apart from when she can come. */
export interface Profile {
  readonly roles: readonly Role[];
  readonly backgrounds: readonly string[];
  readonly languages: readonly string[];
  readonly traits: readonly string[];
  readonly expertise: Readonly<Record<string, number>>;
  readonly home: string;
}

/** Whether a need that asks `who` can look at somebody in this seat. */
function couldLookAt(who: Who, role: Role): boolean {
  return who === "all" || who === role || (who === "any" && role !== "actor");
}

/** One who would meet all that a session asks of somebody in this seat; null where she would have nowhere to live. */
export function idealFor(season: Season, session: Session, role: Role): Profile | null {
  const home = session.place ?? session.audience[0] ?? season.trainers[0]?.home ?? season.places[0]?.id;
  if (home === undefined) return null;
  const asked = <T extends { readonly who: Who }>(needs: readonly T[]): T[] =>
    needs.filter(({ who }) => couldLookAt(who, role));
  const expertise: Record<string, number> = {};
  for (const { id, wish } of asked(session.themes)) expertise[id] = Math.max(expertise[id] ?? 0, wish);
  // A shared background is worth most in a lived seat; elsewhere only what is required counts.
  const shared = session.communities.filter(({ required, weight }) =>
    required === null ? role === "lived" && weight > 0 : couldLookAt(required, role),
  );
  return {
    roles: [role],
    backgrounds: inOrder(shared.flatMap(({ backgrounds }) => backgrounds)),
    languages: inOrder([...asked(session.languages).map(({ id }) => id), ...normsOf(season, [role]).languages]),
    traits: inOrder(asked(session.traits).map(({ id }) => id)),
    expertise: sorted(expertise),
    home,
  };
}

function inOrder(tags: readonly string[]): string[] {
  return [...new Set(tags)].sort();
}

function sorted(expertise: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(expertise).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** What two profiles have in common as a text: equal for equal profiles, home apart. */
export function keyOf({ roles, backgrounds, languages, traits, expertise }: Profile): string {
  return JSON.stringify([roles, backgrounds, languages, traits, expertise]);
}

/**
 * One who is both, living where the first does.
 * @returns null where she would be more than somebody of this pool is likely to be, or is the first already
 */
export function both(season: Season, a: Profile, b: Profile): Profile | null {
  const roles = ROLES.filter((role) => a.roles.includes(role) || b.roles.includes(role));
  const merged: Profile = {
    roles,
    backgrounds: inOrder([...a.backgrounds, ...b.backgrounds]),
    languages: inOrder([...a.languages, ...b.languages]),
    traits: inOrder([...a.traits, ...b.traits]),
    expertise: sorted(mostOf(a.expertise, b.expertise)),
    home: a.home,
  };
  if (keyOf(merged) === keyOf(a)) return null;
  return isLikely(season, merged, a, normsOf(season, roles)) ? merged : null;
}

function mostOf(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): Record<string, number> {
  const most: Record<string, number> = { ...a };
  for (const [id, level] of Object.entries(b)) most[id] = Math.max(most[id] ?? 0, level);
  return most;
}

/** Nobody gains more of anything than is plenty in the pool, nor roles or traits that nobody there has together. */
function isLikely(season: Season, merged: Profile, before: Profile, { most }: Norms): boolean {
  const together = (tags: readonly string[], of: (t: Trainer) => readonly string[]): boolean =>
    tags.length < 2 || season.trainers.some((t) => tags.every((tag) => of(t).includes(tag)));
  const within = (now: number, then: number, limit: number): boolean => now <= Math.max(then, limit);
  return (
    (merged.roles.length === before.roles.length || together(merged.roles, (t) => t.roles)) &&
    (merged.traits.length === before.traits.length || together(merged.traits, (t) => t.traits)) &&
    within(merged.backgrounds.length, before.backgrounds.length, most.backgrounds) &&
    within(merged.languages.length, before.languages.length, most.languages) &&
    within(Object.keys(merged.expertise).length, Object.keys(before.expertise).length, most.themes) &&
    within(expertIn(merged.expertise), expertIn(before.expertise), most.expert)
  );
}
