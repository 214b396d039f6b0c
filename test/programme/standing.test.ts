/** How a programme stands: whose sessions it follows, what must be ready before there is a plan, teams that confirmed themselves. */
import { expect, test } from "vitest";
import { loadCalendar, loadMenu, loadPlaces } from "../../src/faces/cli/programme/facts.js";
import { InputError } from "../../src/model/index.js";
import { readBody, type Store, saveProgramme, saveSession } from "../../src/pool/store/index.js";
import { bookProgramme, followProgramme, keepPaper, paperTaken, readTasks } from "../../src/programme/index.js";
import { answer, buildSeason, keepPlan, keptPlan, publish } from "../../src/season/index.js";
import { coordinator, officer, trailOf, withPool } from "../pool/support.js";
import { options, PLAN, withSeason } from "../season/support.js";
import { data } from "./support.js";

const facts = {
  tasks: readTasks(data("readiness.json")),
  menu: await loadMenu(),
  calendar: await loadCalendar(),
  places: await loadPlaces(),
};
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const order = data("demo/programme/order.json") as { readonly id: string };
const ID = order.id;
const LONGER = `${ID}-outcome`;

/** A programme with its meetings alone. */
function bookMeetings(store: Store, id: string): void {
  keepPaper(store, coordinator, id, bytes({ ...order, id }));
  bookProgramme(store, coordinator, id, facts, { kind: "", introductions: ["conversation", "outcome"] });
}
const TODAY = "2027-01-04";
const follow = (store: Store, id: string, plan: string | null = null) =>
  followProgramme(store, coordinator, id, plan === null ? null : keptPlan(store, coordinator, plan), facts, TODAY);
const sessionsOf = ({ duties }: ReturnType<typeof follow>) => [...new Set(duties.map(({ session }) => session))].sort();

test("a programme has its own sessions, and none of another whose code begins like its own: in the pool and in a plan", async () => {
  await withPool((store) => {
    for (const id of [ID, LONGER]) bookMeetings(store, id);
    // Charged to another programme, whatever it is called.
    const session = readBody(store, "sessions", `${ID}-conversation`) as object;
    saveProgramme(store, officer, "lindehoven-voorbeeld", { id: "else", budget: 1000 });
    saveSession(store, officer, null, { ...session, excludes: [], id: `${ID}-else`, programme: "else" });
    const places = [...options().places, ...facts.places];
    buildSeason(store, coordinator, options({ id: "all", from: "2027-01-01", to: "2027-12-31", places }));
    const plan = { format: "koppel-plan/1", season: "all", assignments: [] } as const;
    keepPlan(store, coordinator, "empty", "all", plan, 0);
    for (const at of [null, "empty"]) {
      expect(sessionsOf(follow(store, ID, at))).toEqual([`${ID}-conversation`, `${ID}-outcome`]);
      expect(sessionsOf(follow(store, LONGER, at))).toEqual([`${LONGER}-conversation`, `${LONGER}-outcome`]);
      expect(sessionsOf(follow(store, "else", at))).toEqual([`${ID}-else`]);
    }
  });
});

test("what must be ready is listed before there is a plan: first dates on offer, all seats open; what is fixed counts", async () => {
  await withSeason((store) => {
    const body = readBody(store, "sessions", "s4") as { readonly id: string; readonly slots: readonly unknown[] };
    const programme = "g1";
    const put = (pinned: unknown): void =>
      saveSession(store, officer, null, { ...body, excludes: [], programme, pinned });
    put(null);
    const teamOf = () => {
      const { duties, fees } = follow(store, programme);
      expect(fees).toEqual([]);
      return duties.find(({ session, task }) => session === "s4" && task.id === "team");
    };
    expect(teamOf()).toMatchObject({ date: "2027-03-16", isFixed: false, seats: { all: 2, filled: 0, yes: null } });
    expect(follow(store, programme).duties.map(({ task }) => task.id)).toEqual(
      expect.arrayContaining(["location", "catering", "childcare", "publicity"]),
    );
    put({ slot: 1, team: [{ seat: "lived", trainer: "t4" }] });
    expect(teamOf()).toMatchObject({ date: "2027-03-18", isFixed: true, seats: { all: 2, filled: 1, yes: null } });
    expect(() => follow(store, "nobody's")).toThrow(InputError);
    expect(() => followProgramme(store, officer, programme, null, facts, TODAY)).toThrow(/may not do this/);
  });
});

test("a team is confirmed when all of it said yes to this date and seat; a tick by hand counts as well", async () => {
  await withSeason((store) => {
    const body = readBody(store, "sessions", "s4") as object;
    saveSession(store, officer, null, { ...body, excludes: [], programme: "g1" });
    buildSeason(store, coordinator, options());
    keepPlan(store, coordinator, "first", "small", PLAN, 0);
    const [one] = PLAN.assignments;
    if (one === undefined) throw new Error("the plan has a team");
    keepPlan(store, coordinator, "moved", "small", { ...PLAN, assignments: [{ ...one, slot: 0 }] }, 0);
    publish(store, coordinator, "first", null);
    const teamOf = (plan = "first") => {
      const found = follow(store, "g1", plan).duties.find(
        ({ session, task }) => session === "s4" && task.id === "team",
      );
      return [found?.standing, found?.isTicked, found?.seats?.filled, found?.seats?.yes];
    };
    const says = (trainer: string, reply: "yes" | "no"): unknown =>
      answer(store, coordinator, "small", { session: "s4", trainer, reply });
    expect(teamOf()).toEqual(["later", false, 2, 0]);
    says("t1", "yes");
    expect(teamOf()).toEqual(["later", false, 2, 1]);
    keepPaper(store, coordinator, "g1", bytes({ format: "koppel-done/1", done: [{ session: "s4", task: "team" }] }));
    expect(teamOf()).toEqual(["done", true, 2, 1]);
    // What is ticked of a session that is no more is left alone.
    const done = [{ session: "gone", task: "team" }];
    keepPaper(store, coordinator, "g1", bytes({ format: "koppel-done/1", done }));
    says("t4", "yes");
    expect(teamOf()).toEqual(["done", false, 2, 2]);
    // A yes was one to a date: on another the team has confirmed nothing.
    expect(teamOf("moved")).toEqual(["later", false, 2, 0]);
  });
});

test("who takes out a paper of people leaves a row in the trail; of other papers there is none", async () => {
  await withPool((store) => {
    keepPaper(store, coordinator, ID, bytes(order));
    keepPaper(store, coordinator, ID, bytes(data("demo/programme/participants.json")));
    const looks = (): readonly unknown[] =>
      trailOf(store)
        .filter(({ action }) => action === "read")
        .map(({ actor, field }) => [actor, field]);
    expect(paperTaken(store, coordinator, ID, "order")).toEqual(order);
    expect(looks()).toEqual([]);
    expect(paperTaken(store, coordinator, ID, "participants")).toMatchObject({ format: "koppel-participants/1" });
    expect(looks()).toEqual([[coordinator.id, "paper participants"]]);
    expect(paperTaken(store, coordinator, ID, "groups", "lkha-training")).toBeNull();
    expect(() => paperTaken(store, officer, ID, "participants")).toThrow(/may not do this/);
  });
});
