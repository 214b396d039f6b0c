/** Trainers who are not what they were when a season was made: laid over it as far as that asks no more of anybody. */
import type { Edit, Interval, Season, Trainer } from "../../model/index.js";
import { commonTime, expandAvailability } from "../availability/index.js";
import { type Availability, NO_AVAILABILITY } from "../availability/types.js";
import { join, type PlainTrainer, type Special } from "./bodies.js";
import { consented } from "./consented.js";
import type { Store } from "./context.js";
import { StoreError } from "./errors.js";
import { stricterCounts } from "./protection.js";
import { SENSITIVE_FIELDS } from "./rights.js";
import { tableOf } from "./schema.js";
import { builtOf } from "./versions.js";
import { unwaived } from "./without-trainer.js";

/**
 * Where she lives and what she is are what the pool has now, as far as she consents; her limits the stricter of both, her time what
 * both have. More time, other roles and more languages take a build.
 */
export function changedTrainers(store: Store, season: Season, purpose: "matching" | "export"): Edit[] {
  const sql = "SELECT trainer, version FROM season_built WHERE season = ?";
  const built = new Map(
    (store.db.prepare(sql).all(season.id) as { trainer: string; version: number }[]).map((row) => [
      row.trainer,
      row.version,
    ]),
  );
  const places = new Set(season.places.map(({ id }) => id));
  const lost = new Set<string>();
  const changes = season.trainers.flatMap((trainer): Edit[] => {
    if (built.get(trainer.id) === builtOf(store, trainer.id)) return [];
    const now = poolTrainer(store, trainer.id);
    const { special, away } = consented(store, trainer.id, purpose, now.special);
    const current = join(now.plain, special);
    const roles = trainer.roles.filter((role) => current.roles.includes(role));
    // From a home that the season does not know no distance can be reckoned.
    const isLost = away || roles.length === 0 || !places.has(current.home);
    if (isLost) lost.add(trainer.id);
    const kept = <T>(had: readonly T[], has: readonly T[]): readonly T[] => had.filter((one) => has.includes(one));
    const set: Partial<Trainer> = {
      home: places.has(current.home) ? current.home : trainer.home,
      roles: roles.length === 0 ? trainer.roles : roles,
      backgrounds: current.backgrounds,
      languages: kept(trainer.languages, current.languages),
      traits: kept(trainer.traits, current.traits),
      expertise: lower(trainer.expertise, current.expertise),
      limits: { ...trainer.limits, ...stricterCounts(trainer.limits, current.limits) },
      available: isLost ? [] : commonTime(trainer.available, timeNow(store, season, current)),
    };
    const differs = Object.entries(set).some(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(trainer[field as keyof Trainer]),
    );
    return differs ? [{ edit: "change-trainer", trainer: trainer.id, set }] : [];
  });
  // No waiver lifts it: she can be sent nowhere.
  const waivers = season.sessions.flatMap((session): Edit[] => {
    const left = unwaived(session, lost);
    return left === session ? [] : [{ edit: "change-session", session: session.id, set: { waivers: left.waivers } }];
  });
  return [...waivers, ...changes];
}

/** Her level on each theme: the lower of both. */
function lower(had: Trainer["expertise"], has: Trainer["expertise"]): Trainer["expertise"] {
  return Object.fromEntries(
    Object.entries(had).flatMap(([theme, level]) => {
      const least = Math.min(level, Object.hasOwn(has, theme) ? (has[theme] ?? 0) : 0);
      return least > 0 ? [[theme, least]] : [];
    }),
  );
}

function poolTrainer(store: Store, code: string): { readonly plain: PlainTrainer; readonly special: Special } {
  const row = store.db.prepare("SELECT body FROM trainers WHERE code = ?").get(code) as { body: string } | undefined;
  if (row === undefined) throw new StoreError("damaged", "a trainer of the season is not in the pool");
  const special = SENSITIVE_FIELDS.map((field) => {
    const found = store.db.prepare(`SELECT value FROM ${tableOf(field)} WHERE trainer = ?`).get(code);
    if (found === undefined) throw new StoreError("damaged", `${field} of a trainer cannot be read`);
    return [field, JSON.parse((found as { value: string }).value)] as const;
  });
  return { plain: JSON.parse(row.body) as PlainTrainer, special: Object.fromEntries(special) as unknown as Special };
}

/** When she can come by what she says now. */
function timeNow(
  store: Store,
  { id, from, to, timeZone }: Season,
  { id: code, available }: Trainer,
): readonly Interval[] {
  const sql = "SELECT body FROM availability WHERE trainer = ?";
  const row = store.db.prepare(sql).get(code) as { body: string } | undefined;
  const said = row === undefined ? NO_AVAILABILITY : (JSON.parse(row.body) as Availability);
  const now = Date.parse(store.now());
  return expandAvailability(said, { from, to, zone: timeZone, now, offer: id, also: available });
}
