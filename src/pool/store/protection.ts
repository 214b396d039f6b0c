/**
 * What protects a trainer: where and with whom she must never be, how near to her own community, how often. A season that was
 * made earlier, or came from elsewhere, may know less of it than the pool does by now: the stricter of the two holds. Pure.
 */
import type { Trainer } from "../../model/index.js";

export type Protection = Pick<Trainer, "avoidPlaces" | "avoidTrainers"> &
  Pick<Trainer["limits"], "ownCommunityKm" | "exposure">;
type Counts = Omit<Trainer["limits"], "ownCommunityKm" | "exposure">;

/** The stricter of what was agreed with her on work and travel. */
export function stricterCounts(a: Counts, b: Counts): Counts {
  return {
    perDay: Math.min(a.perDay, b.perDay),
    perWeek: Math.min(a.perWeek, b.perWeek),
    perSeason: Math.min(a.perSeason, b.perSeason),
    travelKm: Math.min(a.travelKm, b.travelKm),
    restDays: Math.max(a.restDays, b.restDays),
  };
}

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

/**
 * The stricter of two protections in each respect.
 * @param known whether the season knows a place or a trainer; others can be in none of its plans
 */
export function stricter(
  a: Protection,
  b: Protection,
  known: { readonly place: (id: string) => boolean; readonly trainer: (id: string) => boolean },
): Protection {
  const exposure: Record<string, number> = { ...a.exposure };
  for (const [theme, times] of Object.entries(b.exposure)) exposure[theme] = Math.min(exposure[theme] ?? times, times);
  return {
    avoidPlaces: union(a.avoidPlaces, b.avoidPlaces).filter(known.place),
    avoidTrainers: union(a.avoidTrainers, b.avoidTrainers).filter(known.trainer),
    ownCommunityKm: Math.max(a.ownCommunityKm, b.ownCommunityKm),
    exposure,
  };
}

export function protectionOf({ avoidPlaces, avoidTrainers, limits }: Trainer): Protection {
  const { ownCommunityKm, exposure } = limits;
  return { avoidPlaces, avoidTrainers, ownCommunityKm, exposure };
}
