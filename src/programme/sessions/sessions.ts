/** A chosen programme as sessions of the season model: ready to be staffed like any others. */
import type { Calendar } from "../../dates/index.js";
import { InputError, type InputIssue } from "../../model/errors.js";
import type { CommunityNeed, Series, Session, TagNeed } from "../../model/types.js";
import type { Alternative } from "../choose/alternatives.js";
import { seatsOf } from "../choose/problem.js";
import type { Groups } from "../groups/groups.js";
import type { ItemKind, Menu } from "../menu.js";
import { type Order, placesOf, type Site } from "../order.js";
import type { Needs } from "../scan/needs.js";
import { communitiesOf } from "./communities.js";
import { hoursNeeded, slotsFor } from "./dates.js";
import { datedLane, lanesOf, seriesOf, stagesOf, type Window } from "./lanes.js";
import { sessionId } from "./named.js";
import { conflictIn, orderIssue, type Step } from "./order.js";
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

interface Planned extends Step {
  readonly themes: Alternative["items"][number]["themes"];
}

/**
 * The sessions, and the series that build on each other.
 * @throws InputError where a session has no date: what its days, the opening times and the communities' days leave; or where those
 *   of a series cannot follow each other
 */
export function sessionsOf(parts: SessionParts): {
  readonly sessions: readonly Session[];
  readonly series: readonly Series[];
} {
  const planned = plannedOf(parts);
  const communities = communitiesOf(parts.needs);
  const windowOf = stagesOf(parts.order, planned);
  const lanes = lanesOf(planned);
  const inLanes = new Set<Step>(lanes.flat());
  const others = planned.filter((one) => !inLanes.has(one));
  const said = new Map(planned.flatMap(({ id, group }) => (group?.place === undefined ? [] : [[id, group.place]])));
  const placed = [...lanes, ...others.filter(({ activity }) => !activity.online).map((one) => [one])];
  const sites = sitesFor(
    placed.map((list) => list.map(({ id }) => id)),
    parts.order,
    said,
  );
  const siteOf = ({ id }: Planned): Site => sites.get(id) ?? largestSite(parts.order);
  const slotsIn = (one: Planned, window: Window) =>
    slotsFor(
      {
        activity: one.activity,
        site: siteOf(one),
        communities,
        ...window,
        days: one.group === null ? null : [one.group.date],
        turn: planned.indexOf(one),
      },
      parts.needs,
      parts.calendar,
    );
  const dated = lanes.map((lane) => datedLane(lane, parts.order, windowOf, slotsIn));
  const slots = new Map(dated.flat().map((one) => [one.id, one.slots]));
  for (const one of others) slots.set(one.id, slotsIn(one, windowOf(one)));
  const sessions = planned.map((one) => sessionOf(one, parts, communities, siteOf(one), slots.get(one.id) ?? []));
  const undated = planned.filter((_, at) => sessions[at]?.slots.length === 0);
  const issues = [
    ...undated.map((one): InputIssue => ({ path: one.id, expected: dateNeeded(one, siteOf(one)) })),
    ...dated.flatMap((lane) => {
      const conflict = lane.some((one) => one.slots.length === 0) ? null : conflictIn(lane);
      return conflict === null ? [] : [orderIssue(conflict)];
    }),
  ];
  if (issues.length > 0) throw new InputError("the sessions", issues);
  return { sessions, series: seriesOf(parts.order, dated) };
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

function sessionOf(
  one: Planned,
  { order }: SessionParts,
  communities: readonly CommunityNeed[],
  site: Site,
  slots: Session["slots"],
): Session {
  const { item, activity, group, themes } = one;
  const place = activity.online ? null : site.place;
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
