/** What an advice thread answers: suggestions, checks, explanations, repairs; each as the role may hear it. */
import {
  Advisor,
  assertEditsAskable,
  assertKnownNeeds,
  type Explanation,
  explain,
  plainRepairTask,
  redactCosts,
  redactViolations,
  repair,
  repairTask,
  standingPart,
  withSession,
} from "../../advice/index.js";
import { check } from "../../check/check.js";
import {
  applyEdits,
  type Edit,
  InputError,
  type Plan,
  parseEdits,
  parseSession,
  type Season,
  type Verdict,
} from "../../model/index.js";
import { type Actor, mayDo, noteRefusal, viewOfRole } from "../../pool/store/index.js";
import { compile, type Problem } from "../../problem/compile.js";
import { digestOf, planAgain, toldMatches } from "../../season/index.js";
import { solve } from "../../solve/index.js";
import { Latest } from "./latest.js";
import { shareCalled, shareSuggested } from "./names.js";
import { imports, overview } from "./planner-ops.js";
import { ProblemError, problem } from "./problems.js";
import { type Stepped, type StepTarget, stepOf } from "./programme-ops.js";
import { propose } from "./proposals.js";
import { checksIn, explanationsIn, repairsIn, SECONDS, suggestionsIn } from "./schemas.js";
import { soundPlan } from "./sound.js";
import {
  type Asking,
  assertOwn,
  database,
  type Facts,
  json,
  planOf,
  type Source,
  seasonOf,
  shaped,
  stampOf,
  within,
} from "./sources.js";

/** Suggestions that another system is told at most, and without a word of what they cost. */
const FEW = 5;
/** Plans that are kept ready to be asked again, and seasons: a plan that an edit has changed is of the same season still. */
const READY = 3;
const COMPILED = 2;

/** `proposals` is no route: the server asks it of itself after a no. */
export const ADVICE_OPS = [
  "suggestions",
  "checks",
  "explanations",
  "repairs",
  "overviews",
  "imports",
  "proposals",
  "programmes",
] as const;
export type AdviceOp = (typeof ADVICE_OPS)[number];

/** Answers one kind of question after another; what it has worked out of a season stays for the next. */
export class AdviceDesk {
  private readonly ready = new Latest<Advisor>(READY);
  private readonly compiled = new Latest<Problem>(COMPILED);
  /** the season that a check was of last, as it was when it was read */
  private readonly checked = new Latest<Season>(1);

  constructor(private readonly facts: Facts) {}

  /** @param body JSON as it came in */
  async answer(op: AdviceOp, asking: Asking, body: Uint8Array, target: StepTarget | null = null): Promise<Stepped> {
    const value = op === "proposals" ? null : json(body);
    if (op === "programmes" && target !== null) return stepOf(asking, target, value, this.facts);
    return { value: await (op === "proposals" ? propose(asking, body) : this.advise(op, asking, value)) };
  }

  private async advise(op: AdviceOp, asking: Asking, value: unknown): Promise<unknown> {
    if (op === "suggestions") return this.suggestions(asking, value);
    if (op === "checks") return this.check(asking, value);
    if (op === "explanations") return this.explanations(asking, value);
    if (op === "overviews") return overview(asking, value);
    if (op === "imports") return imports(asking, value, this.facts);
    return repairs(asking, value);
  }

  private suggestions(asking: Asking, value: unknown): unknown {
    const {
      season: source,
      plan: planSource,
      session,
      slot,
      top = 5,
      lang = "en",
      edits: list,
      dates,
    } = shaped(suggestionsIn, value);
    const { actor } = asking;
    const view = viewOfRole(actor.role);
    const stamp = stampOf(asking, source, planSource, typeof session === "string" ? undefined : session, list);
    let advisor = this.ready.get(stamp);
    let id = typeof session === "string" ? session : "";
    // Each time, and before anything is looked up: what is kept ready was asked for by somebody who might.
    assertOwn(asking, source, typeof session === "string" ? session : null);
    if (advisor === undefined || typeof session !== "string") {
      const found = seasonOf(asking, source, "ask");
      const before = planSource === undefined ? null : planOf(asking, found, planSource, "ask");
      const { season: known, plan } = supposed(asking, source, found, before, list);
      let season = known;
      if (typeof session !== "string") {
        const whole = within("session", () => parseSession(session, known));
        if (typeof source === "string") {
          assertKnownEdits([{ edit: "add-session", session: whole }], known, asking);
        }
        id = whole.id;
        season = known.sessions.some((one) => one.id === id) ? known : withSession(known, whole);
      }
      advisor = new Advisor(season, plan && standingPart(season, plan), this.compiledOf(season));
    }
    this.ready.keep(stamp, advisor);
    const asked = advisor.standing.season.sessions.find((one) => one.id === id);
    if (asked === undefined) throw new ProblemError(problem(404, `the season has no session ${id}`));
    const { length } = asked.slots;
    if (slot !== undefined && slot >= length)
      throw new InputError("the request", [
        { path: "slot", expected: `one of the session's ${length} slots, from 0 to ${length - 1}`, value: `${slot}` },
      ]);
    const few = actor.role === "apiClient";
    const only = slot === undefined ? {} : { slot };
    const found = advisor.suggest(id, { top: few ? Math.min(FEW, top) : top, view, lang, ...only });
    shareSuggested(
      asking,
      { season: source, supposed: [list, typeof session === "string" ? null : session] },
      found.teams.flatMap(({ team }) => team),
    );
    if (!few && dates === true) {
      const left = advisor.datesLeft(id, { view, foresight: false });
      return { ...found, dates: left.map(({ slot, start, end, teams }) => ({ slot, start, end, teams })) };
    }
    if (!few) return found;
    return {
      session: found.session,
      slotCount: found.slotCount,
      // Reasons tell which language somebody speaks, and how far from home she is: another system hears the order and the total.
      teams: found.teams.map(({ cost: _, costs: __, opportunity: ___, ...told }) => ({ ...told, reasons: [] })),
    };
  }

  private check(asking: Asking, value: unknown): unknown {
    const { season: source, plan } = shaped(checksIn, value);
    const season = this.seasonToCheck(asking, source);
    return verdictFor(asking.actor, check(season, planOf(asking, season, plan)));
  }

  /** A season of the database is read once for all checks of it, until something changes: whoever edits a plan asks after each edit. */
  private seasonToCheck(asking: Asking, source: Source): Season {
    if (typeof source !== "string") return seasonOf(asking, source);
    const stamp = stampOf(asking, source);
    if (this.checked.get(stamp) !== undefined) planAgain(database(asking), asking.actor);
    return this.checked.of(stamp, () => seasonOf(asking, source));
  }

  private explanations(asking: Asking, value: unknown): unknown {
    const { season: source, plan: planSource, session, trainer } = shaped(explanationsIn, value);
    assertOwn(asking, source, session);
    const { season, plan } = soundPlan(asking, source, planSource, "ask");
    if (!season.sessions.some(({ id }) => id === session))
      throw new ProblemError(problem(404, `no session ${session}`));
    if (trainer !== undefined && !season.trainers.some(({ id }) => id === trainer))
      throw new ProblemError(problem(404, `no trainer ${trainer}`));
    const { actor, store } = asking;
    const view = viewOfRole(actor.role);
    const found = explain(
      season,
      plan,
      session,
      trainer === undefined ? { view } : { view, trainer },
      this.compiledOf(season),
    );
    if (actor.role === "apiClient") return forClient(found);
    const asked = season.sessions.find(({ id }) => id === session);
    if (store === null || typeof source !== "string" || asked === undefined) return found;
    return toldMatches(store, actor, asked, found);
  }

  /** A season compiled, by what it says: of 10,000 sessions that takes seconds. */
  private compiledOf(season: Season): Problem {
    return this.compiled.of(digestOf(season), () => compile(season));
  }
}

/** A verdict as a role may hear it; who keeps books of it hears how it stands and not why. */
export function verdictFor(actor: Actor, verdict: Verdict): unknown {
  const { costs, violations, ...rest } = verdict;
  const view = viewOfRole(actor.role);
  if (actor.role === "apiClient") return { ...rest, violations: redactViolations(violations, view) };
  if (!mayDo(actor, "plan")) return { ...rest, violations: [] };
  return { ...rest, violations: redactViolations(violations, view), costs: redactCosts(costs, view) };
}

/** What another system hears of an explanation: its own session's date and team by their codes, and no reason that tells of others. */
function forClient({ session, staffed, slot, start, end, team, trainer, verdict }: Explanation): unknown {
  return {
    session,
    staffed,
    slot,
    start,
    end,
    team: team.map(({ seat, trainer: code }) => ({ seat, trainer: code })),
    trainer,
    verdict,
  };
}

async function repairs(asking: Asking, value: unknown): Promise<unknown> {
  const { season: source, plan: planSource, edits: list, time = SECONDS.repairs } = shaped(repairsIn, value);
  const season = seasonOf(asking, source);
  const plan = planOf(asking, season, planSource);
  const began = Date.now();
  const edits = editsOf(asking, source, season, list);
  const task = edits === null ? plainRepairTask(season, plan) : repairTask(plan, applyEdits(season, plan, edits));
  const found = await repair(task, {
    time: Math.min(SECONDS.longestRepair, time),
    view: viewOfRole(asking.actor.role),
    clock: () => Date.now() - began,
    solve,
    wait: (ms) => new Promise((resolve) => (ms > 0 ? setTimeout(resolve, ms) : setImmediate(resolve))),
  });
  shareCalled(asking, { season: source, plan: planSource, supposed: list }, [...found.contacts, ...found.told]);
  if (asking.actor.role !== "apiClient") return found;
  const { costs: _, ...told } = found;
  return told;
}

/** The edits of a request, as far as whoever asks may suppose them; null where there are none. */
function editsOf(asking: Asking, source: Source, season: Season, list: readonly object[] | undefined) {
  if (list === undefined) return null;
  const { edits } = parseEdits({ format: "koppel-edits/1", edits: list }, season);
  if (typeof source === "string") assertKnownEdits(edits, season, asking);
  return edits;
}

/** A season and a plan of it after the edits of a request. */
export function supposed(
  asking: Asking,
  source: Source,
  season: Season,
  plan: Plan | null,
  list: readonly object[] | undefined,
): { readonly season: Season; readonly plan: Plan | null } {
  const edits = editsOf(asking, source, season, list);
  return edits === null ? { season, plan } : applyEdits(season, plan, edits);
}

/** @throws InputError where a reader may not suppose it, of a season of the database */
export function assertKnownEdits(edits: readonly Edit[], season: Season, { actor, store }: Asking): void {
  const view = viewOfRole(actor.role);
  try {
    assertEditsAskable(edits, "the request", view);
    assertKnownNeeds(edits, season, "the request", view);
  } catch (error) {
    if (store !== null) noteRefusal(store, actor, "suppose");
    throw error;
  }
}
