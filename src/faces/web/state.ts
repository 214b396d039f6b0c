/** What is open: who is logged in, the season, the plan with what was changed in it, and what is told at the top. */
import { batch, computed, effect, signal } from "@preact/signals";
import { ApiError, ask, FileError, get, LeftError, list, useToken, versionIn } from "./api.js";
import { fixedAlone } from "./edits.js";
import { refusalIn } from "./faults.js";
import { today } from "./format.js";
import { forgetKept } from "./kept.js";
import { type Marks, NO_MARKS } from "./marks.js";
import { tell } from "./notices.js";
import { loadOrganisations } from "./organisations.js";
import { fittingSeason } from "./seasons.js";
import { askOf, changes, kept, plan, planId, planVersion } from "./shown-plan.js";
import { SOUND, type Standing, standingOf } from "./standing.js";
import type {
  Day,
  KeptPlan,
  Labels,
  Lang,
  Me,
  Overview,
  Plan,
  PlanRow,
  PoolRow,
  Season,
  SeasonRow,
  Verdict,
} from "./types.js";
import { keepWishes, keptWishes } from "./wishes.js";
import { WORDS, type Words } from "./words.js";

export { notices, putAway, tell } from "./notices.js";
export { plan, planId, planVersion } from "./shown-plan.js";

export type Screen = "season" | "solve" | "whatif" | "pool" | "programmes" | "publish";
export const SCREENS: readonly Screen[] = ["season", "solve", "whatif", "pool", "programmes", "publish"];

export const lang = signal<Lang>(localStorage.getItem("koppel-lang") === "en" ? "en" : "nl");
export const words = computed<Words>(() => WORDS[lang.value]);
export const screen = signal<Screen>("season");
export const me = signal<Me | null>(null);
export const labels = signal<Labels | null>(null);
export const seasons = signal<readonly SeasonRow[]>([]);
export const season = signal<Season | null>(null);
export const seasonVersion = signal<number | null>(null);
export const days = signal<readonly Day[]>([]);
export const pool = signal<readonly PoolRow[]>([]);
export const plans = signal<readonly PlanRow[]>([]);
/** the session that is looked at */
export const selected = signal<string | null>(null);
export const overview = signal<Overview | null>(null);

export const verdict = signal<Verdict | null>(null);
/** what the verdict comes to */
export const standing = computed<Standing>(() => (verdict.value === null ? SOUND : standingOf(verdict.value)));
/** the plan that the verdict is of */
export const judged = signal<Plan | null>(null);
/** Whom she fixes and keeps out, session by session: kept in this tab, and sent along when something is planned. */
export const marks = signal<Marks>(NO_MARKS);
effect(() => {
  if (me.value !== null && season.value !== null) keepWishes(me.value.account, season.value, marks.value);
});
interface Shown {
  readonly plan: Plan;
  readonly marks: Marks;
}
const past = signal<readonly Shown[]>([]);
const future = signal<readonly Shown[]>([]);
export const canUndo = computed(() => past.value.length > 0);
export const canRedo = computed(() => future.value.length > 0);
/** the sessions that are changed and not kept */
export const changed = computed(() => changes.value.map(({ session }) => session));

/** Does something that asks the API, and tells what it refuses. @param place tells wrong fields where they are */
export async function tried(work: () => Promise<void>, place?: (wrong: ApiError["errors"]) => void): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof LeftError) return;
    if (error instanceof FileError) return tell("bad", words.value.fileGone(error.message));
    if (error instanceof ApiError && error.errors.length > 0 && place !== undefined) return place(error.errors);
    if (error instanceof ApiError && error.status === 401) {
      logout();
      return tell("bad", words.value.badToken);
    }
    if (!(error instanceof ApiError) && !(error instanceof TypeError)) throw error;
    const said = error instanceof ApiError ? refusalIn(lang.value, error.refused) : words.value.unreachable;
    const isConflict = error instanceof ApiError && (error.status === 412 || error.status === 409);
    // Season, plan and what is published are read again together: dates of the one are by their place in the other.
    const isTheirs = error instanceof ApiError && /^(seasons|plans)\b/.test(error.path);
    const theirs = isTheirs ? { name: words.value.showTheirs, go: () => void tried(loadSeasons) } : null;
    if (isConflict) tell("bad", words.value.conflict, theirs);
    else tell("bad", said);
  }
}

export function useLang(to: Lang): void {
  localStorage.setItem("koppel-lang", to);
  lang.value = to;
  document.documentElement.lang = to;
}

export async function login(token: string): Promise<void> {
  useToken(token);
  const who = await get<Me>("me");
  const known = await get<Labels>("labels");
  batch(() => {
    me.value = who;
    labels.value = known;
  });
  await loadSeasons();
}
export function logout(): void {
  useToken(null);
  forgetKept();
  batch(() => {
    marks.value = NO_MARKS;
    for (const those of [pool, plans, seasons, days, past, future]) those.value = [];
    for (const one of [me, labels, season, seasonVersion, plan, planId, planVersion, kept]) one.value = null;
    for (const one of [verdict, judged, overview, selected]) one.value = null;
  });
}

/** Whether what was changed and not saved may go; asked of whoever would lose it. */
export function mayDrop(): boolean {
  return changed.value.length === 0 || window.confirm(words.value.dropAsk(changed.value.length));
}

export async function loadSeasons(): Promise<void> {
  seasons.value = await list<SeasonRow>("seasons");
  const shown = seasons.value.find(({ id }) => id === season.value?.id);
  const wanted = shown ?? fittingSeason(seasons.value, today());
  if (wanted !== undefined) await openSeason(wanted.id);
  else {
    season.value = null;
    pool.value = await list<PoolRow>("trainers");
  }
  const isChosen = shown === undefined && wanted !== undefined && seasons.value.length > 1;
  if (isChosen) tell("good", words.value.seasonOpened(wanted.id, wanted.published !== null));
}

export async function openSeason(id: string): Promise<void> {
  const at = encodeURIComponent(id);
  const [{ value, etag }, calendar, people, all] = await Promise.all([
    ask<Season>("GET", `seasons/${at}`),
    list<Day>(`seasons/${at}/calendar`),
    list<PoolRow>("trainers"),
    list<PlanRow>("plans"),
    // A safety officer may not read them, and sees what everybody calls them.
    me.value?.role === "coordinator" ? loadOrganisations() : null,
  ]);
  const own = all.filter((row) => row.season === id);
  const wishes = keptWishes(me.value?.account ?? "", value);
  batch(() => {
    season.value = value;
    seasonVersion.value = versionIn(etag);
    days.value = calendar;
    pool.value = people;
    plans.value = own;
    marks.value = wishes.marks;
    selected.value = null;
  });
  if (wishes.lost > 0) tell("bad", words.value.renewal.lost(wishes.lost));
  const wanted = own.find((row) => row.id === planId.value) ?? own.find((row) => row.published) ?? own[0];
  if (wanted === undefined) show(fixedAlone(value), null, 0);
  else await openPlan(wanted.id);
}

export async function openPlan(id: string): Promise<void> {
  const { value, etag } = await ask<KeptPlan>("GET", `plans/${encodeURIComponent(id)}`);
  show(value.plan, id, versionIn(etag));
  verdict.value = value.verdict;
}

function show(given: Plan, id: string | null, version: number | null): void {
  batch(() => {
    plan.value = given;
    kept.value = given;
    planId.value = id;
    planVersion.value = version;
    past.value = [];
    future.value = [];
    verdict.value = null;
    overview.value = null;
  });
  void look();
}

/** Shows a plan in the place of the one that is shown; it can be undone, and is judged at once. */
export function change(to: Plan, wishes: Marks = marks.value): void {
  const now = plan.value;
  if (now === null) return;
  batch(() => {
    past.value = [...past.value, { plan: now, marks: marks.value }].slice(-100);
    future.value = [];
    plan.value = to;
    marks.value = wishes;
  });
  void look();
}
export function undo(): void {
  const [now, before] = [plan.value, past.value.at(-1)];
  if (now === null || before === undefined) return;
  batch(() => {
    past.value = past.value.slice(0, -1);
    future.value = [{ plan: now, marks: marks.value }, ...future.value];
    plan.value = before.plan;
    marks.value = before.marks;
  });
  void look();
}
export function redo(): void {
  const [now, [next, ...rest]] = [plan.value, future.value];
  if (now === null || next === undefined) return;
  batch(() => {
    past.value = [...past.value, { plan: now, marks: marks.value }];
    future.value = rest;
    plan.value = next.plan;
    marks.value = next.marks;
  });
  void look();
}

/** Something outside the plan has changed: how it stands is asked again. */
export const lookAgain = look;

/** What the API says of a plan: every broken rule, and what it costs. */
export async function judge(of: Plan): Promise<Verdict> {
  return askOf<Verdict>("checks", of);
}

/** Asks how the shown plan stands. An answer that comes after the next change is not shown. */
async function look(): Promise<void> {
  const asked = plan.value;
  if (asked === null) return;
  await tried(async () => {
    const told = await judge(asked);
    if (plan.value !== asked) return;
    batch(() => {
      verdict.value = told;
      judged.value = asked;
    });
    if (told.feasible) void lookAtWhole();
  });
}

/** Milliseconds without a change before the whole is looked at: that takes a while, and of several changes the last one counts. */
const REST = 400;
let [looking, isStale] = [false, false];

/** Asks for the whole, one question at a time: what was changed meanwhile, in the plan or beside it, is asked for after it. */
async function lookAtWhole(): Promise<void> {
  isStale = true;
  if (looking) return;
  looking = true;
  try {
    while (isStale) {
      await new Promise((resolve) => setTimeout(resolve, REST));
      isStale = false;
      const of = plan.value;
      if (of === null) return;
      // Of a plan that breaks rules nothing is asked: once it is mended, it is looked at again.
      if (judged.value !== of || verdict.value?.feasible !== true) continue;
      await tried(async () => {
        const whole = await askOf<Overview>("overviews", of);
        if (plan.value === of) overview.value = whole;
      });
    }
  } finally {
    looking = false;
  }
}

/** Reads the list of trainers again where somebody of whom only the code is known has just been suggested, called or assigned. */
export async function nameThem(codes: readonly string[]): Promise<void> {
  const isNameless = pool.value.some(({ trainer, name }) => name === null && codes.includes(trainer));
  if (isNameless) pool.value = await list<PoolRow>("trainers");
}

/** Keeps the shown plan, under its own name or another; whoever saved it meanwhile is not overwritten. */
export async function save(as: string): Promise<void> {
  const now = plan.value;
  if (now === null) return;
  if (as !== planId.value && plans.value.some(({ id }) => id === as)) return tell("bad", words.value.nameTaken(as));
  const isSame = as === planId.value && planVersion.value !== null && planVersion.value > 0;
  const { etag } = await ask<unknown>(
    "PUT",
    `plans/${encodeURIComponent(as)}`,
    { season: now.season, plan: now, ...(seasonVersion.value === null ? {} : { seasonVersion: seasonVersion.value }) },
    isSame ? { "if-match": `"${planVersion.value}"` } : { "if-none-match": "*" },
  );
  batch(() => {
    kept.value = now;
    planId.value = as;
    planVersion.value = versionIn(etag);
  });
  plans.value = (await list<PlanRow>("plans")).filter((row) => row.season === now.season);
  tell("good", words.value.saved(as));
  await nameThem(now.assignments.flatMap(({ team }) => team.map(({ trainer }) => trainer)));
}
