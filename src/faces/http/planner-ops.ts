/** What the planner asks besides: how a plan stands as a whole, and spreadsheets in. Answered in an advice thread. */
import { leansOn } from "../../advice/index.js";
import { type ImportOutcome, importTables, SheetsRefused, type TablesOfFile } from "../../pool/exchange/index.js";
import { organisationOf, viewOfRole } from "../../pool/store/index.js";
import { readTablesOf } from "../../sheets/read.js";
import { FileFault } from "../../sheets/types.js";
import { openReasons } from "../../solve/index.js";
import { issuesTold } from "./issues.js";
import { ProblemError, problem } from "./problems.js";
import { importsIn, overviewsIn } from "./schemas.js";
import { soundPlan } from "./sound.js";
import { type Asking, type Facts, shaped } from "./sources.js";

/** Seconds for each look at the whole of a very large plan: what is left is not told. */
const LOOK_SECONDS = 4;

/** How a plan stands: why sessions are open, where it leans on one person, what each trainer has against a fair share. */
export function overview(asking: Asking, value: unknown): unknown {
  const { season: source, plan: planSource } = shaped(overviewsIn, value);
  const { season, plan } = soundPlan(asking, source, planSource);
  const { actor, store } = asking;
  const sessions = new Map(season.sessions.map((session) => [session.id, session]));
  const loads = new Map(season.trainers.map(({ id }) => [id, { sessions: 0, halfDays: 0 }]));
  for (const { session, team } of plan.assignments)
    for (const { trainer } of team) {
      const load = loads.get(trainer);
      if (load === undefined) continue;
      load.sessions++;
      load.halfDays += sessions.get(session)?.halfDays ?? 0;
    }
  const end = Date.now() + 2 * LOOK_SECONDS * 1000;
  return {
    open: openReasons(season, plan, LOOK_SECONDS),
    leans: leansOn(season, plan, viewOfRole(actor.role), () => Date.now() < end).trainers,
    loads: season.trainers.map(({ id, share }) => {
      const load = { trainer: id, ...(loads.get(id) ?? { sessions: 0, halfDays: 0 }) };
      // What was agreed with her is for her own organisation.
      const isOwn = store !== null && actor.role === "coordinator" && organisationOf(store, id) === actor.organisation;
      return isOwn ? { ...load, share } : load;
    }),
  };
}

/** Spreadsheets into the pool, all of them or nothing; what is wrong is told by sheet, row and column. */
export function imports({ actor, store }: Asking, value: unknown, { choices }: Facts): unknown {
  const { files, dryRun = false, lang = "nl" } = shaped(importsIn, value);
  if (store === null) throw new ProblemError(problem(404, "this server has no database"));
  try {
    const tables = files.map(({ name, data }) => tablesOf(name, Buffer.from(data, "base64")));
    return { done: !dryRun, ...told(importTables(store, actor, tables, choices, dryRun), lang), issues: [] };
  } catch (error) {
    if (!(error instanceof SheetsRefused)) throw error;
    const issues = issuesTold(error.issues, lang);
    return { done: false, changes: [], notes: 0, issues };
  }
}

/** @throws SheetsRefused for a file that is refused as a whole */
function tablesOf(file: string, bytes: Uint8Array): TablesOfFile {
  try {
    return { file, tables: readTablesOf(bytes, file.replace(/\.\w+$/, "")) };
  } catch (error) {
    if (!(error instanceof FileFault)) throw error;
    throw new SheetsRefused([{ file, sheet: null, row: null, column: null, problem: error.problem }]);
  }
}

function told({ changes, notes }: ImportOutcome, lang: "nl" | "en"): object {
  const list = changes.map(({ entity, code, what, fields, uncompared }) => ({
    entity,
    code,
    what,
    fields: fields.map((field) => field[lang]),
    uncompared: uncompared.map((field) => field[lang]),
  }));
  return { changes: list, notes: notes.length };
}
