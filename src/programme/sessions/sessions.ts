/** A chosen programme as sessions of the season model: ready to be staffed like any others. */
import type { Calendar } from "../../dates/index.js";
import { InputError, type InputIssue } from "../../model/errors.js";
import type { CommunityNeed, Series, Session, TagNeed } from "../../model/types.js";
import type { Alternative } from "../choose/alternatives.js";
import { seatsOf } from "../choose/problem.js";
import type { Groups } from "../groups/groups.js";
import type { Activity, Item, ItemKind, Menu } from "../menu.js";
import { type Order, placesOf, type Site } from "../order.js";
import type { Needs } from "../scan/needs.js";
import { communitiesOf } from "./communities.js";
import { daysBetween, hoursNeeded, slotsFor } from "./dates.js";
import { sessionId } from "./named.js";
import { largestSite, sitesFor, siteWanted } from "./sites.js";

/** Meetings that come before the programme: staffed, and not charged. */
export const INTRODUCTIONS = ["conversation", "outcome"] as const;
export type Introduction = (typeof INTRODUCTIONS)[number];
/** The item of the menu that they are. */
const INTRODUCTION_ACTIVITY = "quick-scan";

const PRIORITY: Readonly<Record<ItemKind | "introduction", number>> = {
  introduction: 4,
  plenary: 5,
  group: 4,
  online: 3,
  module: 1,
};
/** Sessions of one series are at least a week apart. */
const MIN_DAYS = 7;
const TEACHING_LANGUAGE = "nl";

export interface SessionParts {
  readonly menu: Menu;
  readonly order: Order;
  /** null: only the meetings before it */
  readonly alternative: Alternative | null;
  readonly needs: Needs | null;
  /** the groups of an item, by its id; an item without has groups of no one yet */
  readonly groups: ReadonlyMap<string, Groups>;
  readonly introductions: readonly Introduction[];
  readonly calendar: Calendar;
}

interface Planned {
  readonly id: string;
  readonly item: Item | null;
  readonly activity: Activity;
  readonly stage: number;
  readonly themes: Alternative["items"][number]["themes"];
  readonly group: Groups["groups"][number] | null;
}

/**
 * The sessions, and the series that build on each other.
 * @throws InputError where a session has no date: what its days, the opening times and the communities' days leave
 */
export function sessionsOf(parts: SessionParts): {
  readonly sessions: readonly Session[];
  readonly series: readonly Series[];
} {
  const planned = plannedOf(parts);
  const communities = communitiesOf(parts.needs);
  const windows = windowsOf(parts.order, planned);
  const lanes = lanesOf(planned);
  const inLanes = new Set(lanes.flat());
  const others = planned.filter(({ id, activity }) => !inLanes.has(id) && !activity.online);
  const said = new Map(planned.flatMap(({ id, group }) => (group?.place === undefined ? [] : [[id, group.place]])));
  const sites = sitesFor([...lanes, ...others.map(({ id }) => [id])], parts.order, said);
  const issues: InputIssue[] = [];
  const sessions = planned.map((one, at) => {
    const site = sites.get(one.id) ?? largestSite(parts.order);
    const session = sessionOf(one, at, parts, communities, windows.get(one.stage) ?? parts.order, site);
    if (session.slots.length === 0)
      issues.push({
        path: one.id,
        expected: dateNeeded(one, site),
      });
    return session;
  });
  if (issues.length > 0) throw new InputError("the sessions", issues);
  return { sessions, series: seriesOf(parts.order, lanes) };
}

/** What a session without a date would need, for whoever widens something. */
function dateNeeded({ group, activity }: Planned, { place }: Site): string {
  const day = group === null ? "a date in the period" : `${group.date}, the group's day, to be one`;
  const open = activity.online ? "" : `${place} is open ${hoursNeeded(activity)}, set-up included, and `;
  return `${day} on which ${open}the communities keep nothing: widen the period or the opening times, or move the group`;
}

/** @throws InputError where the choice names an item that the menu does not have, or groups have no sessions */
function plannedOf(parts: SessionParts): readonly Planned[] {
  const { menu, order, alternative, groups, introductions } = parts;
  assertFitting(parts);
  const activity = menu.activities.get(INTRODUCTION_ACTIVITY);
  if (activity === undefined) throw new Error(`the menu has no ${INTRODUCTION_ACTIVITY}`);
  const before = introductions.map(
    (which, at): Planned => ({
      id: `${order.id}-${which}`,
      item: null,
      activity,
      stage: at - introductions.length,
      themes: [],
      group: null,
    }),
  );
  const chosen = (alternative?.items ?? []).flatMap((one): Planned[] => {
    const item = menu.items.find(({ id }) => id === one.item);
    const held = item?.activity ?? null;
    if (item === undefined || held === null) return [];
    const themes = themesBySession(one, item.themesMost);
    const formed = groups.get(item.id)?.groups ?? [];
    return themes.map((list, n) => ({
      id: sessionId(order.id, item.id, n + 1),
      item,
      activity: held,
      stage: item.stage,
      themes: list,
      group: formed[n] ?? null,
    }));
  });
  return [...before, ...chosen];
}

function assertFitting({ menu, order, alternative, groups }: SessionParts): void {
  const items = alternative?.items ?? [];
  const unknown = items.filter(({ item }) => !menu.items.some(({ id }) => id === item));
  const issues = unknown.map(
    ({ item }): InputIssue => ({
      path: `the choice: ${item}`,
      expected: `an item of the menu: ${menu.items.map(({ id }) => id).join(", ")}`,
    }),
  );
  for (const [item, { groups: formed }] of groups) {
    const places = order.client.sites.map(({ place }) => place);
    for (const { id, place } of formed)
      if (place !== undefined && !places.includes(place)) {
        const expected = `${siteWanted(order)}, or form the groups again with --place`;
        issues.push({ path: `the groups of ${item}: group ${id}: place`, expected, value: JSON.stringify(place) });
      }
    const times = items.find((one) => one.item === item)?.times ?? 0;
    if (formed.length <= times) continue;
    const expected =
      times === 0
        ? "none, since it is not in the programme: choose it, or leave its groups out"
        : `${times} at most, since it is held as often: choose it ${formed.length} times, or make fewer groups`;
    issues.push({ path: `the groups of ${item}`, expected });
  }
  if (issues.length > 0) throw new InputError("the sessions", issues);
}

/** The themes of each session of an item: each theme in as many sessions as it was chosen for, the sessions evenly full. */
function themesBySession(
  { times, themes }: Alternative["items"][number],
  most: number,
): Alternative["items"][number]["themes"][] {
  const lists: Alternative["items"][number]["themes"][] = Array.from({ length: times }, () => []);
  for (const theme of [...themes].sort((a, b) => b.times - a.times))
    for (const list of [...lists].sort((a, b) => a.length - b.length).slice(0, theme.times))
      if (list.length < most) list.push(theme);
  return lists;
}

type Window = Pick<Order, "from" | "to">;

/** A share of the period for each stage, in their order, so that beginners are done before others go on; half a share before the programme. */
function windowsOf({ from, to }: Order, planned: readonly Planned[]): ReadonlyMap<number, Window> {
  const stages = [...new Set(planned.map(({ stage }) => stage))].sort((a, b) => a - b);
  const days = daysBetween(from, to);
  const day = (at: number) => days[Math.min(days.length - 1, Math.max(0, at))] ?? from;
  const shares = stages.map((stage) => (stage < 1 ? 1 : 2));
  const sum = (list: readonly number[]) => list.reduce((total, share) => total + share, 0);
  const cut = (k: number) => Math.round((sum(shares.slice(0, k)) * days.length) / sum(shares));
  return new Map(stages.map((stage, k) => [stage, { from: day(cut(k)), to: day(cut(k + 1) - 1) }]));
}

function sessionOf(
  one: Planned,
  at: number,
  parts: SessionParts,
  communities: readonly CommunityNeed[],
  window: Window,
  site: Site,
): Session {
  const { order, needs, calendar } = parts;
  const { item, activity, group, themes } = one;
  const place = activity.online ? null : site.place;
  const slots = slotsFor(
    { activity, site, communities, ...window, days: group === null ? null : [group.date], turn: at },
    needs,
    calendar,
  );
  const women: readonly TagNeed[] = group?.womenOnly === true ? [{ id: "woman", who: "all" }] : [];
  const spoken = group?.language ?? TEACHING_LANGUAGE;
  return {
    id: one.id,
    activity: activity.id,
    programme: activity.clientPays ? order.id : null,
    place,
    // Online too, participants come from somewhere: nobody is to be seen where she must not be.
    audience: placesOf(order).filter((code) => code !== place),
    slots,
    before: activity.before,
    after: activity.after,
    paidMinutes: activity.paidMinutes,
    halfDays: activity.halfDays,
    seats: item === null ? activity.seats : seatsOf(item, order),
    themes: themes.map(({ id, level }) => ({ id, level, wish: Math.min(3, level + 1), who: "professional" })),
    communities,
    languages: [{ id: spoken, who: "all" }],
    traits: [...(item?.traits ?? []), ...women],
    excludes: [],
    waivers: [],
    priority: PRIORITY[item?.kind ?? "introduction"],
    pinned: null,
  };
}

/** Sessions of one group of people: the first groups of each stage, the second ones, and so on; by their ids. */
function lanesOf(planned: readonly Planned[]): readonly (readonly string[])[] {
  const inGroups = planned.filter(({ item }) => item?.kind === "group");
  const stages = [...new Set(inGroups.map(({ stage }) => stage))].sort((a, b) => a - b);
  const rows = stages.map((stage) => inGroups.filter((one) => one.stage === stage));
  const most = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: most }, (_, n) => rows.flatMap((row) => row[n]?.id ?? []));
}

/** What one group of people goes through builds on what it had before. */
function seriesOf({ id, from, to }: Order, lanes: readonly (readonly string[])[]): readonly Series[] {
  return lanes
    .map((sessions, n) => ({
      id: `${id}-${n + 1}`,
      sessions: [...sessions],
      minDays: MIN_DAYS,
      maxDays: daysBetween(from, to).length,
    }))
    .filter(({ sessions }) => sessions.length > 1);
}
