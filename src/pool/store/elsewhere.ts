/** What trainers were told of in other seasons: those dates bind every season, and a session is published in one alone. */
import type { Interval } from "../../model/index.js";
import { inZone } from "../availability/index.js";
import type { Store } from "./context.js";
import { type Agreed, repliesOf, repliesTo } from "./life.js";

/** A season as far as it matters here. */
export interface Asking {
  readonly id: string;
  readonly timeZone: string;
  /** its sessions: what another season has published of one of them is planned anew here, and binds nobody */
  readonly sessions: Iterable<string>;
}

interface Told {
  readonly season: string;
  readonly zone: string;
  readonly sessions: readonly Agreed[];
  /** session → minutes of set-up and debrief */
  readonly around: Readonly<Record<string, readonly [before: number, after: number]>>;
}

function toldInOthers(store: Store, season: string): readonly Told[] {
  const rows = store.db
    .prepare(
      `SELECT published.season, published.body, json_extract(seasons.body, '$.timeZone') AS zone,
        (SELECT json_group_object(json_extract(value, '$.id'), json_array(json_extract(value, '$.before'), json_extract(value, '$.after')))
          FROM json_each(seasons.body, '$.sessions')) AS around
      FROM published JOIN seasons ON seasons.id = published.season WHERE published.season <> ?`,
    )
    .all(season) as { season: string; body: string; zone: string; around: string }[];
  return rows.map(({ body, around, ...rest }) => ({
    ...rest,
    sessions: JSON.parse(body) as Agreed[],
    around: JSON.parse(around) as Told["around"],
  }));
}

/** Trainer → wall times, in the asking season's zone, at which she is expected elsewhere and did not say no. */
export function bookedElsewhere(store: Store, asking: Asking): ReadonlyMap<string, readonly Interval[]> {
  const own = new Set(asking.sessions);
  const busy = new Map<string, Interval[]>();
  for (const { season, zone, sessions, around } of toldInOthers(store, asking.id)) {
    const noes = repliesOf(store, season).filter(({ reply }) => reply === "no");
    // One that was cancelled binds nobody: nobody is sent there.
    for (const told of sessions.filter((one) => !own.has(one.session) && isInPool(store, one.session))) {
      const { session, slot, team } = told;
      const declined = new Set(
        noes.filter((no) => no.session === session && repliesTo(no, told)).map(({ trainer }) => trainer),
      );
      for (const { trainer } of team.filter((one) => !declined.has(one.trainer))) {
        const parts = slot.map((part) => inZone(part, around[session] ?? [0, 0], zone, asking.timeZone));
        busy.set(trainer, [...(busy.get(trainer) ?? []), ...parts]);
      }
    }
  }
  return busy;
}

function isInPool(store: Store, session: string): boolean {
  return store.db.prepare("SELECT 1 FROM sessions WHERE id = ?").get(session) !== undefined;
}

/** The season in which a session is published besides this one, of each session that there is such a season for. */
export function publishedElsewhere(store: Store, season: string): ReadonlyMap<string, string> {
  const rows = store.db.prepare("SELECT season, body FROM published WHERE season <> ? ORDER BY season").all(season);
  return new Map(
    (rows as { season: string; body: string }[]).flatMap(({ season: other, body }) =>
      (JSON.parse(body) as Agreed[]).map(({ session }) => [session, other] as const),
    ),
  );
}
