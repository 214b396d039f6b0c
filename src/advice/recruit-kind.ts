/** Which kind of trainer a session lacks: for each role, the least that somebody new must bring for a team to come. */

import { feeOf } from "../model/fee.js";
import { minuteOf } from "../model/time.js";
import type { Role, Season, Session, Trainer, Who } from "../model/types.js";
import { ROLES } from "../model/types.js";
import type { Case, DateCase } from "../reasons/case.js";
import { possible } from "../reasons/possible.js";
import { looksAt } from "../rules/season-index.js";
import { wall } from "./new-dates.js";

/** Somebody who does not exist, and the facts that hold when she comes. */
export interface Recruit {
  readonly trainer: Trainer;
  readonly active: Uint8Array;
}

const LIMITS = { perDay: 12, perWeek: 12, perSeason: 12, restDays: 0, travelKm: 100, ownCommunityKm: 0, exposure: {} };
/** Half-days up to which a recruit's share is fair. */
const SHARE = { min: 0, max: 20 };

/** One recruit for each role with which a team could come, in the model's order of roles. */
export function recruitsFor(season: Season, session: Session, kase: Case): Recruit[] {
  return ROLES.flatMap((role, r) => {
    if (session.seats[role] === undefined) return [];
    const active = opened(session, kase);
    const rate = medianRate(season, role);
    const all = kase.needs.map((fact) => {
      const { rule = "pinned", need = -1 } = kase.facts[fact] ?? {};
      return rule !== "pinned" && looksAt(whoOf(session, rule, need), r) ? 1 : 0;
    });
    const comes = (meets: readonly number[]): boolean => withHer(season, session, kase, r, meets, rate, active);
    if (!comes(all)) return [];
    // What a team can do without is not asked of her.
    const least = all.reduce((meets, _, n) => {
      const without = meets.map((value, i) => (i === n ? 0 : value));
      return comes(without) ? without : meets;
    }, all);
    return [{ trainer: trainerOf(season, session, kase, role, least, rate), active }];
  });
}

/** All facts hold; a date that nobody else could fill anyway is open to her who fills it alone. */
function opened(session: Session, kase: Case): Uint8Array {
  const seats = Object.values(session.seats).reduce((sum, count) => sum + count, 0);
  return Uint8Array.from(kase.facts, ({ slot }) => (slot >= 0 && seats === 1 ? 0 : 1));
}

function withHer(
  season: Season,
  session: Session,
  kase: Case,
  role: number,
  meets: readonly number[],
  rate: number,
  active: Uint8Array,
): boolean {
  const trainer = season.trainers.length;
  const dates = kase.dates.map((date, d): DateCase => {
    const fee = session.programme === null ? 0 : feeOf(rate, minutesOf(session, d));
    const her = { trainer, blocks: [], meets: Uint8Array.from(meets), fee };
    const groups = date.groups.map((group) =>
      group.role === role ? { ...group, holders: [...group.holders, her] } : group,
    );
    return { ...date, groups };
  });
  return dates.some((_, d) => {
    const group = dates[d]?.groups.findIndex((one) => one.role === role) ?? -1;
    return possible({ ...kase, dates }, active, { date: d, group, trainer }) >= 0;
  });
}

function minutesOf({ slots, paidMinutes }: Session, slot: number): number {
  const parts = slots[slot] ?? [];
  return parts.reduce((sum, [start, end]) => sum + minuteOf(end) - minuteOf(start), paidMinutes);
}

function whoOf({ themes, languages, communities, traits }: Session, rule: string, need: number): Who {
  if (rule === "theme") return themes[need]?.who ?? "any";
  if (rule === "language") return languages[need]?.who ?? "any";
  if (rule === "community") return communities[need]?.required ?? "any";
  return traits[need]?.who ?? "any";
}

function medianRate({ trainers }: Season, role: Role): number {
  const rates = trainers.filter(({ roles }) => roles.includes(role)).map(({ ratePerHour }) => ratePerHour);
  rates.sort((a, b) => a - b);
  return rates[rates.length >> 1] ?? trainers[0]?.ratePerHour ?? 0;
}

function trainerOf(
  season: Season,
  session: Session,
  kase: Case,
  role: Role,
  meets: readonly number[],
  ratePerHour: number,
): Trainer {
  const asked = (rule: string) => {
    const needs = kase.needs.flatMap((fact, n) => (meets[n] === 1 && kase.facts[fact]?.rule === rule ? [fact] : []));
    const positions = new Set(needs.map((fact) => kase.facts[fact]?.need));
    return (who: Who | null, i: number): boolean => who === "all" || positions.has(i);
  };
  const [theme, language, community, trait] = [asked("theme"), asked("language"), asked("community"), asked("trait")];
  const expertise = new Map<string, number>();
  session.themes.forEach(({ id, level, who }, i) => {
    if (theme(who, i)) expertise.set(id, Math.max(level, expertise.get(id) ?? 0));
  });
  const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];
  const [before, after] = [session.before, session.after];
  return {
    id: freeId(season, `new-${role}`),
    roles: [role],
    backgrounds: distinct(session.communities.flatMap((c, i) => (community(c.required, i) ? c.backgrounds : []))),
    languages: distinct(session.languages.flatMap(({ id, who }, i) => (language(who, i) ? [id] : []))),
    traits: distinct(session.traits.flatMap(({ id, who }, i) => (trait(who, i) ? [id] : []))),
    expertise: Object.fromEntries(expertise),
    home: session.place ?? season.trainers[0]?.home ?? season.places[0]?.id ?? "",
    available: session.slots.map((slot) => {
      const [first, last] = [slot[0]?.[0] ?? "", slot.at(-1)?.[1] ?? ""];
      return [wall(minuteOf(first) - before), wall(minuteOf(last) + after)];
    }),
    discouraged: [],
    limits: LIMITS,
    share: SHARE,
    avoidPlaces: [],
    avoidTrainers: [],
    ratePerHour,
  };
}

function freeId({ trainers }: Season, wanted: string): string {
  const taken = new Set(trainers.map(({ id }) => id));
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}
