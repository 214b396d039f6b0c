/** What is usual in a pool, so that a kind of trainer who is proposed could exist. */
import type { Role, Season, Trainer } from "../../model/types.js";

/** Limits where there is nobody to take them from. */
const NOBODY = {
  perDay: 1,
  perWeek: 3,
  perSeason: 10,
  restDays: 0,
  travelKm: 100,
  share: { min: 0, max: 10 },
  rate: 0,
};

/** What is usual among those who hold some roles. */
export interface Norms {
  readonly limits: Omit<Trainer["limits"], "exposure" | "ownCommunityKm">;
  readonly share: Trainer["share"];
  readonly ratePerHour: number;
  /** how many of each are plenty: three in four of the pool have no more */
  readonly most: {
    readonly backgrounds: number;
    readonly languages: number;
    readonly themes: number;
    readonly expert: number;
  };
  /** languages that most of them speak */
  readonly languages: readonly string[];
}

/** @param at share of the list that lies below the answer, 0 to 1 */
function quantile(values: readonly number[], at: number, none: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * at)] ?? none;
}

/** What is usual among the trainers who hold every one of the roles; among all where nobody does. */
export function normsOf(season: Season, roles: readonly Role[]): Norms {
  const holders = season.trainers.filter((t) => roles.every((role) => t.roles.includes(role)));
  const pool = holders.length > 0 ? holders : season.trainers;
  const median = (of: (t: Trainer) => number, none: number): number => quantile(pool.map(of), 0.5, none);
  const plenty = (of: (t: Trainer) => number): number => Math.max(1, quantile(pool.map(of), 0.75, 1));
  const min = median((t) => t.share.min, NOBODY.share.min);
  const spoken = new Set(pool.flatMap((t) => t.languages));
  return {
    limits: {
      perDay: median((t) => t.limits.perDay, NOBODY.perDay),
      perWeek: median((t) => t.limits.perWeek, NOBODY.perWeek),
      perSeason: median((t) => t.limits.perSeason, NOBODY.perSeason),
      restDays: median((t) => t.limits.restDays, NOBODY.restDays),
      travelKm: median((t) => t.limits.travelKm, NOBODY.travelKm),
    },
    share: {
      min,
      max: Math.max(
        min,
        median((t) => t.share.max, NOBODY.share.max),
      ),
    },
    ratePerHour: median((t) => t.ratePerHour, NOBODY.rate),
    most: {
      backgrounds: plenty((t) => t.backgrounds.length),
      languages: plenty((t) => t.languages.length),
      themes: plenty((t) => Object.keys(t.expertise).length),
      expert: plenty((t) => expertIn(t.expertise)),
    },
    languages: [...spoken].filter((id) => 2 * pool.filter((t) => t.languages.includes(id)).length > pool.length).sort(),
  };
}

/** Themes on which somebody is an expert. */
export function expertIn(expertise: Trainer["expertise"]): number {
  return Object.values(expertise).filter((level) => level >= 3).length;
}
