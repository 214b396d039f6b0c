/** Pins after an edit: what cannot hold any longer is released, so that the season keeps a plan. */
import { InputError, type InputIssue } from "./errors.js";
import { Faults } from "./faults.js";
import { checkPins, isFullPin, soundSeason } from "./pins.js";
import { checkPinsTogether } from "./pins-together.js";
import type { Season } from "./types.js";

/** What became of a season's pins. */
export interface Settled {
  readonly season: Season;
  /** sessions whose pin was released, in the order of the file */
  readonly released: readonly string[];
  /** what is wrong with the edit's own pin, at its path in the season; then nothing was released */
  readonly refused: readonly InputIssue[];
}

function unpinned(season: Season, sessions: ReadonlySet<string>): Season {
  if (sessions.size === 0) return season;
  return {
    ...season,
    sessions: season.sessions.map((session) => (sessions.has(session.id) ? { ...session, pinned: null } : session)),
  };
}

function issuesOf(faults: Faults, season: Season): readonly InputIssue[] {
  try {
    faults.refuse("the season", [], season);
  } catch (error) {
    if (error instanceof InputError) return error.issues;
    throw error;
  }
  return [];
}

/** Whether a pin that stands in a season can hold by itself. */
export function holdsAlone(season: Season, session: string): boolean {
  const faults = new Faults(season);
  checkPins(faults, soundSeason({ ...season, sessions: season.sessions.filter(({ id }) => id === session) }));
  return faults.length === 0;
}

/**
 * Releases the pins that cannot hold by themselves, and of the full pins that cannot hold together the later ones, in
 * the order of series and file.
 * @param season well formed but for its pins
 * @param own the session whose pin the edit made: the others make way for it
 */
export function settlePins(season: Season, own: string | null): Settled {
  const alone = new Faults(season);
  checkPins(alone, soundSeason(season));
  const broken = new Set<string>();
  for (const [i, { id }] of season.sessions.entries()) if (!alone.isSound("sessions", i)) broken.add(id);
  if (own !== null && broken.has(own))
    return { season, released: [], refused: issuesOf(alone, season).filter(isAt(season, own)) };

  const kept = unpinned(season, broken);
  if (together(kept).length > 0) {
    const full = kept.sessions.filter(isFullPin).map(({ id }) => id);
    const first = own === null ? [] : [...before(kept, own), own].filter((id) => full.includes(id));
    const standing = new Set(first);
    const only = (ids: ReadonlySet<string>): Season => unpinned(kept, new Set(full.filter((id) => !ids.has(id))));
    const clash = together(only(standing));
    if (clash.length > 0) return { season, released: [], refused: issuesOf(clash, season) };
    for (const id of inOrder(kept, full)) {
      if (standing.has(id)) continue;
      standing.add(id);
      if (together(only(standing)).length === 0) continue;
      standing.delete(id);
      broken.add(id);
    }
  }
  return {
    season: unpinned(season, broken),
    released: season.sessions.map(({ id }) => id).filter((id) => broken.has(id)),
    refused: [],
  };
}

function together(season: Season): Faults {
  const faults = new Faults(season);
  checkPinsTogether(faults, soundSeason(season));
  return faults;
}

function isAt(season: Season, session: string): (issue: InputIssue) => boolean {
  const index = season.sessions.findIndex(({ id }) => id === session);
  return ({ path }) => path.startsWith(`sessions[${index}]`);
}

/** The sessions ahead of one in its series. */
function before(season: Season, session: string): readonly string[] {
  const series = season.series.find(({ sessions }) => sessions.includes(session))?.sessions ?? [];
  return series.slice(0, Math.max(0, series.indexOf(session)));
}

/** Sessions so that each comes after those ahead of it in its series; else as in the file. */
function inOrder(season: Season, sessions: readonly string[]): readonly string[] {
  const wanted = new Set(sessions);
  const ordered = new Set<string>();
  for (const id of sessions) for (const one of [...before(season, id), id]) if (wanted.has(one)) ordered.add(one);
  return [...ordered];
}
