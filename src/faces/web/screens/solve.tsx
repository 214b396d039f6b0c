/** A better plan, looked for while she watches: in words first, the chart behind a click, and what changes before it is taken over. */
import { signal } from "@preact/signals";
import { type Running, start } from "../api.js";
import { changedSessions, unstated, wholeTeams } from "../edits.js";
import { refusalIn } from "../faults.js";
import { signed, whole } from "../format.js";
import { onForget } from "../kept.js";
import { editsFor } from "../marks.js";
import { Changes } from "../parts/changes.js";
import { Chart, type Point } from "../parts/chart.js";
import { BodyForm, Field } from "../parts/faulty.js";
import { GapField, gapText } from "../parts/gap-field.js";
import { NumberField } from "../parts/number-field.js";
import { change, judge, lang, marks, plan, season, tell, tried, verdict, words } from "../state.js";
import type { Solved } from "../types.js";

interface Far {
  readonly cost: number;
  readonly bound: number;
  readonly staffed: number;
  readonly sessions: number;
}

interface Run {
  readonly far: Far | null;
  readonly points: readonly Point[];
  readonly found: Solved | null;
  /** what it costs more by the season's own weights, where it was found by others */
  readonly own: number | null;
  readonly busy: boolean;
}
const NOTHING: Run = { far: null, points: [], found: null, own: null, busy: false };
/** The run outlives the screen: she may look at the season meanwhile. */
const run = signal<Run>(NOTHING);
/** What is asked for until she says otherwise. */
const USUAL = { seconds: 30, stress: "", enough: 0 };
const seconds = signal(USUAL.seconds);
const stress = signal(USUAL.stress);
const enough = signal(USUAL.enough);
let running: Running<Solved> | null = null;
onForget(() => {
  running = null;
  run.value = NOTHING;
  seconds.value = USUAL.seconds;
  stress.value = USUAL.stress;
  enough.value = USUAL.enough;
});

/** Looks for a better plan of the one that is shown. */
const begin = async (): Promise<void> => {
  const now = plan.value;
  if (now === null) return;
  const w = words.value;
  run.value = { ...NOTHING, busy: true };
  try {
    const whole = wholeTeams(now, season.value ?? { sessions: [] });
    const isSound = whole === now ? verdict.value?.feasible === true : (await judge(whole)).feasible;
    const from = isSound && whole.assignments.length > 0 ? { from: whole } : {};
    const edits = editsFor(marks.value);
    const weights = stress.value;
    const body = {
      season: now.season,
      time: seconds.value,
      gap: enough.value / 100,
      ...from,
      ...(edits.length === 0 ? {} : { edits }),
      ...(weights === "" ? {} : { weights }),
    };
    running = await start<Solved>("solves", body, (told) => {
      const { ms, cost, bound, staffed, sessions } = told as unknown as Far & { readonly ms: number };
      if (typeof cost !== "number" || typeof bound !== "number") return;
      const points = [...run.value.points, { ms, cost, bound }].slice(-2000);
      run.value = { ...run.value, far: { cost, bound, staffed, sessions }, points };
    });
    const job = await running.ended;
    if (job.state === "done" && job.result !== null) {
      // What it states is of the season as it was supposed: the season's own cost is asked for.
      const isOther = weights !== "" || edits.length > 0;
      const found = isOther ? { ...job.result, plan: unstated(job.result.plan) } : job.result;
      const own = isOther && verdict.value !== null ? (await judge(found.plan)).total - verdict.value.total : null;
      run.value = { ...run.value, found, own };
    } else if (job.state === "failed")
      tell("bad", job.problem === null ? w.unreachable : refusalIn(lang.value, job.problem));
  } finally {
    running = null;
    run.value = { ...run.value, busy: false };
  }
};
const discard = (): void => {
  run.value = { ...run.value, found: null };
};

export function SolveScreen() {
  const w = words.value;
  const { far, points, found, own, busy } = run.value;
  const now = plan.value;
  if (now === null || season.value === null) return null;
  const wishes = editsFor(marks.value).length;
  const shown = found ?? far;
  const differs = found === null ? 0 : changedSessions(now, found.plan).length;
  return (
    <section class="card wide">
      <h1>{w.solve}</h1>
      <p>{w.solveHelp}</p>
      <BodyForm class="inline" send={begin}>
        <NumberField
          name={w.seconds}
          at="/time"
          min={1}
          max={3600}
          value={seconds.value}
          set={(value) => {
            seconds.value = value;
          }}
        />
        <GapField percent={enough} />
        <Field name={w.stress} at="/weights">
          {(aria) => (
            <select
              value={stress.value}
              {...aria}
              onChange={(event) => {
                stress.value = event.currentTarget.value;
              }}
            >
              {Object.entries(w.presets).map(([code, text]) => (
                <option key={code} value={code}>
                  {text}
                </option>
              ))}
            </select>
          )}
        </Field>
        <button type="submit" class="main" disabled={busy}>
          {w.start}
        </button>
        {busy && (
          <button type="button" onClick={() => void tried(async () => running?.stop())}>
            {w.stop}
          </button>
        )}
      </BodyForm>
      {wishes > 0 && <p class="hint">{w.fixedCount(wishes)}</p>}
      {stress.value !== "" && <p class="hint">{w.byPreset}</p>}
      {(far !== null || busy || found !== null) && (
        <div aria-live="polite">
          {found !== null && <h2>{w.result}</h2>}
          <p class="big">{shown === null ? w.loading : gapText(shown)}</p>
          {shown !== null && (
            <p class="hint">{w.sofar(shown.staffed, season.value.sessions.length, whole(shown.cost, lang.value))}</p>
          )}
          {found !== null && own !== null && <p>{w.bySeason(signed(own, lang.value))}</p>}
          {found !== null && <p>{w.differs(differs)}</p>}
        </div>
      )}
      {found !== null && (
        <div class="inline">
          <button
            type="button"
            class="main"
            disabled={differs === 0}
            onClick={() => {
              change(found.plan);
              discard();
            }}
          >
            {w.accept}
          </button>
          <button type="button" onClick={discard}>
            {w.discard}
          </button>
        </div>
      )}
      {points.length > 1 && (
        <details>
          <summary>{w.chart}</summary>
          <Chart points={points} />
        </details>
      )}
      {found !== null && <Changes before={now} after={found.plan} />}
    </section>
  );
}
