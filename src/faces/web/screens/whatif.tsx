/** What if: scenarios made by clicking, planned and compared side by side. */

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Absence } from "../absence.js";
import { start } from "../api.js";
import { refusalIn } from "../faults.js";
import { shortDay, whole } from "../format.js";
import { onForget } from "../kept.js";
import { placeName, sessionLabel, trainerName } from "../names.js";
import { Compare } from "../parts/compare.js";
import { DayField } from "../parts/day-field.js";
import { BodyForm, Fault } from "../parts/faulty.js";
import { GapField } from "../parts/gap-field.js";
import { NumberField } from "../parts/number-field.js";
import { Repair } from "../parts/repair.js";
import { lang, plan, season, tell, verdict, words } from "../state.js";
import type { Whatifs } from "../types.js";

interface Scenario {
  readonly id: string;
  /** in the language that is shown */
  readonly title: () => string;
  readonly edits: readonly object[];
  /** who is ill, and when: what she leaves can be repaired at once */
  readonly ill?: Absence;
}

/** Percent that is good enough until she says otherwise. */
const GAP = 0.5;
/** They outlive the screen. */
const made = signal<readonly Scenario[]>([]);
const answered = signal<Whatifs | null>(null);
const asking = signal(false);
const enough = signal(GAP);
const far = signal<{ readonly done: number; readonly of: number } | null>(null);
let next = 1;
onForget(() => {
  made.value = [];
  answered.value = null;
  asking.value = false;
  far.value = null;
  enough.value = GAP;
});

export function WhatifScreen() {
  const w = words.value;
  const now = season.value;
  const scenarios = made.value;
  const compared = answered.value;
  const busy = asking.value;
  const setScenarios = (to: readonly Scenario[]): void => {
    made.value = to;
    // What was compared were others.
    answered.value = null;
  };
  if (now === null || plan.value === null) return null;
  const add = (title: Scenario["title"], edit: object, ill?: Absence): void =>
    setScenarios([...scenarios, { id: `s${next++}`, title, edits: [edit], ...(ill === undefined ? {} : { ill }) }]);
  const compare = async (): Promise<void> => {
    if (verdict.value?.feasible !== true) return tell("bad", w.repairFirst);
    asking.value = true;
    try {
      const asked = scenarios.map(({ id, title, edits }) => ({ id, title: title(), edits }));
      const job = await start<Whatifs>(
        "whatifs",
        { season: now.id, plan: plan.value, scenarios: asked, time: 10, gap: enough.value / 100 },
        ({ done, of }) => {
          if (typeof done === "number" && typeof of === "number") far.value = { done, of };
        },
      );
      const ended = await job.ended;
      if (ended.result !== null) answered.value = ended.result;
      else tell("bad", ended.problem === null ? w.unreachable : refusalIn(lang.value, ended.problem));
    } finally {
      asking.value = false;
      far.value = null;
    }
  };
  return (
    <section class="card wide">
      <h1>{w.whatif}</h1>
      <div class="columns3">
        <Ill add={add} />
        <Extra add={add} />
        <Budget add={add} />
      </div>
      {scenarios.length > 0 && (
        <BodyForm send={compare}>
          <ul class="plainlist">
            {scenarios.map(({ id, title, edits, ill }, i) => (
              <li key={id}>
                {title()}{" "}
                <button
                  type="button"
                  class="link"
                  onClick={() => setScenarios(scenarios.filter((one) => one.id !== id))}
                >
                  {w.remove}
                </button>
                <Fault at={`/scenarios/${i}`} />
                {ill !== undefined && plan.value !== null && (
                  <details>
                    <summary>{w.isIll}</summary>
                    <p class="hint">{w.illHelp}</p>
                    <Repair of={plan.value} edits={edits} absence={ill} />
                  </details>
                )}
              </li>
            ))}
          </ul>
          <div class="inline">
            <GapField percent={enough} />
            <button type="submit" class="main" disabled={busy}>
              {w.compare}
            </button>
            <span role="status">
              {busy && (far.value === null ? w.loading : w.progress(far.value.done, far.value.of))}
              {busy && far.value !== null && <progress aria-hidden="true" value={far.value.done} max={far.value.of} />}
            </span>
          </div>
        </BodyForm>
      )}
      {compared !== null && (
        <Compare compared={compared} titleOf={(one) => scenarios.find(({ id }) => id === one)?.title() ?? one} />
      )}
    </section>
  );
}

interface Adding {
  readonly add: (title: Scenario["title"], edit: object, ill?: Absence) => void;
}

function Ill({ add }: Adding) {
  const w = words.value;
  const now = season.value;
  const [trainer, setTrainer] = useState("");
  const [from, setFrom] = useState(now?.from ?? "");
  const [to, setTo] = useState(now?.from ?? "");
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        add(
          () => words.value.illFrom(trainerName(trainer), shortDay(from, lang.value), shortDay(to, lang.value)),
          { edit: "block-trainer", trainer, from, to },
          { trainer, from, to },
        );
      }}
    >
      <h2>{w.ill}</h2>
      <label>
        {w.trainer}
        <select required value={trainer} onChange={(event) => setTrainer(event.currentTarget.value)}>
          <option value="" />
          {now?.trainers.map((code) => (
            <option key={code} value={code}>
              {trainerName(code)}
            </option>
          ))}
        </select>
      </label>
      <DayField name={w.from} at="/from" value={from} set={setFrom} min={now?.from} max={now?.to} />
      <DayField name={w.to} at="/to" value={to} set={setTo} min={from} max={now?.to} />
      <button type="submit">{w.add}</button>
    </form>
  );
}

function Extra({ add }: Adding) {
  const w = words.value;
  const now = season.value;
  const [like, setLike] = useState("");
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        const session = now?.sessions.find(({ id }) => id === like);
        if (session === undefined) return;
        // A copy: another place or other people would be a session that the pool has to have first.
        const copy = { ...session, id: `${session.id}-extra`, pinned: null, excludes: [], waivers: [] };
        add(() => words.value.extraLike(sessionLabel(session), placeName(session.place, words.value.online)), {
          edit: "add-session",
          session: copy,
        });
      }}
    >
      <h2>{w.extra}</h2>
      <label>
        {w.copyOf}
        <select required value={like} onChange={(event) => setLike(event.currentTarget.value)}>
          <option value="" />
          {now?.sessions.map((one) => (
            <option key={one.id} value={one.id}>
              {sessionLabel(one)}, {placeName(one.place, w.online)} ({one.id})
            </option>
          ))}
        </select>
      </label>
      <button type="submit">{w.add}</button>
    </form>
  );
}

function Budget({ add }: Adding) {
  const w = words.value;
  const now = season.value;
  const [programme, setProgramme] = useState("");
  const [budget, setBudget] = useState<number | null>(null);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (budget === null) return;
        add(() => words.value.budgetOf(programme, whole(budget, lang.value)), {
          edit: "set-budget",
          programme,
          budget,
        });
      }}
    >
      <h2>{w.budget}</h2>
      <label>
        {w.programme}
        <select required value={programme} onChange={(event) => setProgramme(event.currentTarget.value)}>
          <option value="" />
          {now?.programmes.map(({ id, budget }) => (
            <option key={id} value={id}>
              {id} {budget === null ? "" : `(${whole(budget, lang.value)})`}
            </option>
          ))}
        </select>
      </label>
      <NumberField name={w.euros} at="/budget" min={0} value={budget} set={setBudget} />
      <button type="submit">{w.add}</button>
    </form>
  );
}
