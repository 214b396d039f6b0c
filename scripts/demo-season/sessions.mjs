/** The sessions that follow from what was ordered: dates on offer, seats and needs, from the menu's defaults. */
import { addDays, FROM, suits, TO } from "./calendar.mjs";
import { EXCLUDES, SERIES, SINGLES, WAIVERS } from "./orders.mjs";

/** The four steps of a series: menu item, weeks after the first one, priority. */
const STEPS = [
  { item: "quick-scan", week: 0, priority: 3 },
  { item: "basic-training", week: 3, priority: 3 },
  { item: "lkha-training", week: 7, priority: 4 },
  { item: "workshop", week: 10, priority: 2 },
];
/** Calendar days between two sessions of a series: long enough to practise, short enough to remember. */
const GAP = { minDays: 10, maxDays: 49 };

const split = (text, mark) => text.split(mark).filter((part) => part !== "");
const rows = (table) => table.trim().split("\n");

/** `tag:weight`, tags joined by +, ! where a member in a lived seat must share it. */
function communitiesOf(text) {
  return split(text, " ").map((part) => {
    const [tags, weight] = part.replace("!", "").split(":");
    return { backgrounds: tags.split("+"), weight: Number(weight), required: part.endsWith("!") ? "lived" : null };
  });
}

/** One to `count` dates around a week, best first; each part of the day that the item knows, unless it is in the evening. */
function slotsOf(item, week, count, evening, communities, random) {
  const tags = communities.flatMap((community) => community.backgrounds);
  const times = item.times.filter(([start]) => item.times.length < 3 || start > "17:00" === evening);
  let monday = addDays(FROM, 7 * (week - 1));
  for (;;) {
    const days = [0, 1, 2, 3, 4].map((offset) => addDays(monday, offset));
    const open = days.flatMap((day) =>
      times.filter(([start]) => suits(day, start, tags)).map((hours) => hours.map((hour) => `${day}T${hour}`)),
    );
    if (open.length >= count && days[0] <= TO) return shuffled(random.some(open, count), random).map((part) => [part]);
    monday = addDays(monday, 7);
  }
}
/** The order in which the client likes them is not that of the calendar. */
function shuffled(list, random) {
  return list
    .map((entry) => ({ entry, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ entry }) => entry);
}

/** Levels by item: a beginners' workshop asks less than a training, an advanced one more. */
function themeNeed(activity, id, who) {
  const level = { "quick-scan": 1, "workshop-beginners": 1, "workshop-advanced": 3 }[activity] ?? 2;
  return { id, level, wish: Math.min(3, level + 1), who };
}

/** A session with the menu's defaults, which `fields` completes. */
function session(id, item, fields) {
  return {
    id,
    activity: item.id,
    programme: null,
    place: null,
    audience: [],
    slots: [],
    before: item.before,
    after: item.after,
    paidMinutes: item.paidMinutes,
    halfDays: item.halfDays,
    seats: { ...item.seats },
    themes: [],
    communities: [],
    languages: [{ id: "nl", who: "all" }],
    traits: [],
    excludes: EXCLUDES[id] ?? [],
    waivers: WAIVERS[id] ?? [],
    priority: 3,
    pinned: null,
    ...fields,
  };
}

/** What the steps of a series ask for beside their theme. */
function needsOf(step, activity, remarks, language, random) {
  const traits = [];
  const languages = [{ id: "nl", who: "all" }];
  if (step === 3 && remarks.includes("women")) traits.push({ id: "woman", who: "all" });
  else if (random.odds(0.3)) traits.push({ id: "woman", who: "any" });
  if (activity === "workshop-advanced") traits.push({ id: "experienced", who: "any" });
  if (activity === "lkha-training") traits.push({ id: "org:lkha", who: "any" });
  if (activity === "workshop-beginners" && language) languages.push({ id: language, who: "lived" });
  return { traits, languages };
}

function seriesOf(line, menu, placeOf, random) {
  const [programme, letter, place, audience, week, communityText, language, basic, lkha, workshop, remarkText] =
    line.split("|");
  const remarks = split(remarkText, " ");
  const communities = communitiesOf(communityText);
  const themes = ["conversation-skills", basic, lkha, workshop];
  const sessions = STEPS.map((plan, step) => {
    const name = remarks.includes("adv") ? "workshop-advanced" : "workshop-beginners";
    const item = menu.get(plan.item === "workshop" ? name : plan.item);
    const evening = step === 3 && remarks.includes("evening");
    const themeNeeds = [themeNeed(item.id, themes[step], "professional")];
    if (step === 1 || step === 2) themeNeeds.push({ id: themes[step], level: 1, wish: 2, who: "lived" });
    return session(`${programme}-${letter}${step + 1}`, item, {
      programme: item.clientPays ? programme : null,
      place: placeOf(place),
      audience: split(audience, ",").map(placeOf),
      slots: slotsOf(item, Number(week) + plan.week, random.whole(2, 4), evening, communities, random),
      seats: step === 2 && remarks.includes("actor") ? { ...item.seats, actor: 1 } : { ...item.seats },
      themes: themeNeeds,
      // that somebody shares the community is asked where people are trained, and only wished for in the talk before
      communities: communities.map((need) => (step === 0 ? { ...need, required: null } : need)),
      ...needsOf(step, item.id, remarks, language, random),
      priority: plan.priority,
    });
  });
  return { series: { id: `${programme}-${letter}`, sessions: sessions.map(({ id }) => id), ...GAP }, sessions };
}

function singleOf(line, menu, placeOf, random) {
  const [id, itemId, programme, place, audience, week, communityText, languages, themes, remarkText] = line.split("|");
  const remarks = split(remarkText, " ");
  const item = menu.get(itemId);
  const communities = communitiesOf(communityText);
  const traits = [];
  if (remarks.includes("all-women")) traits.push({ id: "woman", who: "all" });
  if (remarks.includes("lkha")) traits.push({ id: "org:lkha", who: "any" });
  if (itemId === "workshop-advanced") traits.push({ id: "experienced", who: "any" });
  const needs = split(languages, " ").map((part) => ({ id: part.split(":")[0], who: part.split(":")[1] }));
  const dates = remarks.includes("one-date") ? 1 : random.whole(2, 3);
  const priority = remarks.find((remark) => /^p[1-5]$/.test(remark));
  return session(id, item, {
    programme: programme === "-" ? null : programme,
    place: place === "online" ? null : placeOf(place),
    audience: split(audience, ",").map(placeOf),
    slots: slotsOf(item, Number(week), dates, remarks.includes("evening"), communities, random),
    seats: remarks.includes("actor") ? { ...item.seats, actor: 1 } : { ...item.seats },
    themes: split(themes, " ").map((part) => themeNeed(itemId, ...part.split(":"))),
    communities,
    languages: [{ id: "nl", who: "all" }, ...needs],
    traits,
    ...(priority ? { priority: Number(priority.slice(1)) } : {}),
  });
}

/**
 * All sessions and series of the season.
 * @param {Map<string, object>} menu the items of data/menu.json by id
 * @param {(name: string) => string} placeOf a municipality's code by its name
 */
export function makeSessions(menu, placeOf, random) {
  const parts = rows(SERIES).map((line) => seriesOf(line, menu, placeOf, random));
  const singles = rows(SINGLES).map((line) => singleOf(line, menu, placeOf, random));
  return {
    sessions: [...parts.flatMap((part) => part.sessions), ...singles],
    series: parts.map((part) => part.series),
  };
}
