/** What must be ready, and the account of what was held. */
import { describe, expect, test } from "vitest";
import { loadLabels, loadMenu } from "../../src/faces/cli/programme/facts.js";
import { InputError } from "../../src/model/errors.js";
import { accountHtml, dutiesHtml } from "../../src/papers/programme/afterwards-html.js";
import { accountsOf, parseHeld } from "../../src/programme/account.js";
import { assertDone, type Done, dutiesOf, readTasks } from "../../src/programme/readiness.js";
import { itemOf } from "../../src/programme/sessions/named.js";
import { season } from "../ends/support.js";
import { data, menu } from "./support.js";

const tasks = readTasks(data("readiness.json"));
const [first] = season.sessions;
if (first === undefined) throw new Error("the fixture has no session");
const session = {
  ...first,
  id: "s",
  place: season.places[0]?.id ?? null,
  slots: [[["2027-05-10T10:00", "2027-05-10T12:00"]]],
} as const;
const light = { ...session, themes: [{ id: "gender-equality", level: 1, wish: 1, who: "any" }] } as const;
const heavy = { ...session, themes: [{ id: "fgm", level: 1, wish: 1, who: "any" }] } as const;

describe("readiness", () => {
  test("stands by the day: late, this week, later or done", () => {
    const done: Done = { format: "koppel-done/1", done: [{ session: "s", task: "publicity" }] };
    const duties = dutiesOf({ sessions: [light], plan: null, tasks, done, today: "2027-05-01" });
    expect(Object.fromEntries(duties.map(({ task, by, standing }) => [task.id, `${by} ${standing}`]))).toEqual({
      location: "2027-03-29 late",
      "step-free": "2027-03-29 late",
      entrance: "2027-03-29 late",
      "prayer-room": "2027-03-29 late",
      publicity: "2027-04-05 done",
      team: "2027-04-12 late",
      recruitment: "2027-04-19 late",
      childcare: "2027-04-26 late",
      catering: "2027-05-03 soon",
      diets: "2027-05-03 soon",
      materials: "2027-05-05 soon",
    });
    expect(duties.map(({ by }) => by)).toEqual([...duties.map(({ by }) => by)].sort());
  });

  test("has aftercare for the team after heavy themes, and online other things than at a place", () => {
    const ids = (one: (typeof season.sessions)[number]) =>
      dutiesOf({ sessions: [one], plan: null, tasks, done: null, today: "2027-05-01" }).map(({ task }) => task.id);
    expect(ids(heavy)).toContain("aftercare");
    expect(ids(light)).not.toContain("aftercare");
    expect(ids({ ...light, place: null })).toEqual(["publicity", "team", "recruitment", "technique"]);
  });

  test("of a hybrid session asks for the location and for the connection", () => {
    const ids = (id: string, programme = "p") => {
      const sessions = [{ ...light, id, programme }];
      return dutiesOf({ sessions, plan: null, tasks, done: null, today: "2027-05-01" }).map(({ task }) => task.id);
    };
    expect(ids("p-conference-hybrid-1")).toEqual(expect.arrayContaining(["location", "technique"]));
    expect(ids("p-conference-1")).not.toContain("technique");
    expect(ids("p-conference-hybrid-1", "q")).not.toContain("technique");
  });

  test("calls a session by the item that it is: a hybrid conference as such", async () => {
    const menu = await loadMenu();
    const sessions = [
      { ...light, activity: "conference", id: "p-conference-hybrid-1", programme: "p" },
      { ...light, activity: "conference", id: "p-else", programme: "p" },
    ];
    const itemOfIt = (one: Parameters<typeof itemOf>[1]) => itemOf(menu, one);
    const known = { sessions, plan: null, tasks, done: null, itemOf: itemOfIt, today: "2027-05-01" };
    const page = dutiesHtml(
      { duties: dutiesOf(known), standings: ["late", "soon", "later"], client: "L", today: "2027-05-01" },
      await loadLabels("nl"),
      "nl",
    );
    expect(page).toContain("Hybride conferentie (zaal en online)<small>p-conference-hybrid-1");
    expect(page).toContain("Thematische conferentie<small>p-else");
  });

  test("of the meetings before a programme asks only for what fits them: nobody is recruited for these", () => {
    const ids = (activity: string) =>
      dutiesOf({ sessions: [{ ...light, activity }], plan: null, tasks, done: null, today: "2027-05-01" }).map(
        ({ task }) => task.id,
      );
    const [meeting, training] = [ids("quick-scan"), ids("basic-training")];
    expect(training.filter((id) => !meeting.includes(id)).sort()).toEqual(["childcare", "diets", "recruitment"]);
    expect(meeting).toEqual(expect.arrayContaining(["location", "team", "catering", "materials"]));
    // Each activity that a task names is one of the menu.
    const known = menu.activities;
    for (const { except = [] } of tasks.items) expect(except.filter((id) => !known.has(id))).toEqual([]);
  });

  test("as a page has what the client arranges and what we do, session by session, in their order", () => {
    const later = { ...light, id: "<t>", place: null, slots: [[["2027-05-09T10:00", "2027-05-09T12:00"]]] } as const;
    const duties = dutiesOf({ sessions: [light, later], plan: null, tasks, done: null, today: "2027-05-01" });
    const shown = { duties, client: "<Gemeente>", today: "2027-05-01" };
    const week = dutiesHtml({ ...shown, standings: ["late", "soon"] }, (code) => code, "nl");
    expect(week).toContain("&lt;Gemeente&gt;");
    const [client = "", ours = ""] = week.split("Wat de Alliantie en het LKHA regelen");
    expect([client.indexOf("&lt;t&gt;") < client.indexOf(">s<"), client.includes("Catering besteld")]).toEqual([
      true,
      true,
    ]);
    expect([ours.includes("Materiaal klaar"), ours.includes("Catering besteld")]).toEqual([true, false]);
    expect(week).toContain("Met ? is de dag niet vast");
    const none = dutiesHtml({ ...shown, standings: ["done"] }, (code) => code, "en");
    expect(none.split("Nothing is open.")).toHaveLength(3);
  });

  test("refuses what is done for no session or no task", () => {
    const done: Done = { format: "koppel-done/1", done: [{ session: "other", task: "dance" }] };
    expect(() => assertDone([light], tasks, done)).toThrow(/2 things are wrong/);
  });

  test("of a session of several days counts back from the first, and on from the last", () => {
    const [part] = heavy.slots[0];
    const days = { ...heavy, slots: [[part, ["2027-05-17T10:00", "2027-05-17T12:00"]]] } as const;
    const duties = dutiesOf({ sessions: [days], plan: null, tasks, done: null, today: "2027-05-01" });
    const by = (id: string) => duties.find(({ task }) => task.id === id)?.by;
    expect([by("materials"), by("aftercare")]).toEqual(["2027-05-05", "2027-05-20"]);
  });

  test("follows the plan's date", () => {
    const two = { ...light, slots: [...light.slots, [["2027-06-10T10:00", "2027-06-10T12:00"]]] } as const;
    const plan = {
      format: "koppel-plan/1",
      season: season.id,
      assignments: [{ session: "s", slot: 1, team: [] }],
    } as const;
    expect(dutiesOf({ sessions: [two], plan, tasks, done: null, today: "2027-05-01" })[0]?.date).toBe("2027-06-10");
  });
});

describe("the account", () => {
  const held = (session: string, formal: number, informal: number, date = "2027-05-10", activity = "webinar") => ({
    session,
    client: "Lindehoven",
    subsidy: "OCW",
    activity,
    date,
    minutes: 120,
    formal,
    informal,
  });
  const file = (list: readonly object[]) => parseHeld({ format: "koppel-held/1", held: list });

  test("is by client, subsidy and year, with what was held by activity", () => {
    const accounts = accountsOf(
      file([held("a", 9, 8), held("b", 3, 7, "2027-06-01", "conference"), held("c", 6, 6, "2028-01-01")]),
    );
    expect(
      accounts.map(({ year, sessions, minutes, formal, informal, visits }) => [
        year,
        sessions,
        minutes,
        formal,
        informal,
        visits,
      ]),
    ).toEqual([
      ["2027", 2, 240, 12, 15, 27],
      ["2028", 1, 120, 6, 6, 12],
    ]);
    expect(accounts[0]?.activities.map(({ activity }) => activity)).toEqual(["conference", "webinar"]);
  });

  test("tells no count under 5, and no total from which one could be taken", () => {
    for (let formal = 0; formal < 8; formal++)
      for (let informal = 0; informal < 8; informal++) {
        const [account] = accountsOf(file([held("a", formal, informal)]));
        expect([account?.formal, account?.informal]).toEqual([
          formal < 5 ? null : formal,
          informal < 5 ? null : informal,
        ]);
        expect(account?.visits).toBe(formal < 5 || informal < 5 ? null : formal + informal);
      }
  });

  test("refuses a session that is told twice", () => {
    expect(() => file([held("a", 1, 1), held("a", 1, 1)])).toThrow(InputError);
  });
});

test("the page of the account has every activity and all together, and tells no small count nor what gives one away", () => {
  const one = { client: "C", subsidy: "A", activity: "webinar", date: "2027-04-01", minutes: 120 };
  const held = [
    { ...one, session: "1", formal: 40, informal: 20 },
    { ...one, session: "2", subsidy: "B", activity: "conference", minutes: 180, formal: 30, informal: 3 },
  ];
  const accounts = accountsOf(parseHeld({ format: "koppel-held/1", held }));
  const page = accountHtml(accounts, (code) => code.toUpperCase(), "en");
  const rows = [...page.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = ""]) =>
    row
      .replace(/<[^>]+>/g, " ")
      .trim()
      .split(/\s{2,}|\s(?=[\d·≥])/)
      .map((cell) => cell.trim())
      .filter(Boolean)
      .join("|"),
  );
  expect(rows.slice(1)).toEqual([
    "A|2027|1|2|40|20|60",
    "WEBINAR|1|2",
    "B|2027|1|3|30|·|·",
    "CONFERENCE|1|3",
    "Together|2|5|70|≥|20|≥|90",
  ]);
  expect(page).toContain("A count under 5 is left out");
});
