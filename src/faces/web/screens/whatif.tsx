/** What if: scenarios made by clicking, planned and compared side by side. */

import { signal } from "@preact/signals";
import { useState } from "preact/hooks";
import type { Absence } from "../absence.js";
import { start } from "../api.js";
import { refusalIn } from "../faults.js";
import { euros, shortDay } from "../format.js";
import { onForget } from "../kept.js";
import { placeName, sessionLabel, trainerName, whatAndWhere } from "../names.js";
import { Compare } from "../parts/compare.js";
import { DayField } from "../parts/day-field.js";
import { BodyForm, Fault, Field } from "../parts/faulty.js";
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
    <BodyForm
      class="stack"
      send={() =>
        add(
          () => words.value.illFrom(trainerName(trainer), shortDay(from, lang.value), shortDay(to, lang.value)),
          { edit: "block-trainer", trainer, from, to },
          { trainer, from, to },
        )
      }
    >
      <h2>{w.ill}</h2>
      <Choice
        name={w.trainer}
        at="/trainer"
        value={trainer}
        set={setTrainer}
        options={now?.trainers.map((code) => [code, trainerName(code)])}
      />
      <DayField name={w.from} at="/from" value={from} set={setFrom} min={now?.from} max={now?.to} />
      <DayField name={w.to} at="/to" value={to} set={setTo} min={from} max={now?.to} />
      <button type="submit">{w.add}</button>
    </BodyForm>
  );
}

function Extra({ add }: Adding) {
  const w = words.value;
  const now = season.value;
  const [like, setLike] = useState("");
  return (
    <BodyForm
      class="stack"
      send={() => {
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
      <Choice
        name={w.copyOf}
        at="/session"
        value={like}
        set={setLike}
        options={now?.sessions.map((one) => [one.id, `${whatAndWhere(one)} (${one.id})`])}
      />
      <button type="submit">{w.add}</button>
    </BodyForm>
  );
}

function Budget({ add }: Adding) {
  const w = words.value;
  const now = season.value;
  const [programme, setProgramme] = useState("");
  const [budget, setBudget] = useState<number | null>(null);
  return (
    <BodyForm
      class="stack"
      send={() => {
        if (budget === null) return;
        add(() => words.value.budgetOf(programme, euros(budget, lang.value)), {
          edit: "set-budget",
          programme,
          budget,
        });
      }}
    >
      <h2>{w.budget}</h2>
      <Choice
        name={w.programme}
        at="/programme"
        value={programme}
        set={setProgramme}
        options={now?.programmes.map((one) => [
          one.id,
          `${one.id}${one.budget === null ? "" : ` (${euros(one.budget, lang.value)})`}`,
        ])}
      />
      <NumberField name={w.euros} at="/budget" min={0} value={budget} set={setBudget} />
      <button type="submit">{w.add}</button>
    </BodyForm>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly at: string;
  readonly value: string;
  readonly set: (value: string) => void;
  readonly options: readonly (readonly [code: string, text: string])[] | undefined;
}

/** One of many, of which none is chosen at first. */
function Choice({ name, at, value, set, options = [] }: ChoiceProps) {
  return (
    <Field name={name} at={at}>
      {(aria) => (
        <select required value={value} {...aria} onChange={(event) => set(event.currentTarget.value)}>
          <option value="">{words.value.chooseOne}</option>
          {options.map(([code, text]) => (
            <option key={code} value={code}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
