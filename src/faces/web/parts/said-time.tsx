/** When a trainer can come, as she says it: times that return, days away, single days; kept by the version that was seen. */
import { useState } from "preact/hooks";
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { PARTS, sentences, WEEKDAYS } from "../said.js";
import { words } from "../state.js";
import type { Availability } from "../types.js";
import { Checks } from "./checks.js";
import { DayField } from "./day-field.js";
import { BodyForm, FaultyPart } from "./faulty.js";
import { KeepButtons } from "./keep-buttons.js";
import { NumberField } from "./number-field.js";
import { SaidList } from "./said-list.js";

interface Her {
  readonly her: Kept;
}

export function SaidTime({ her }: Her) {
  const p = words.value.person;
  const said = sentences(shownOf(her, "time"));
  return (
    <section>
      <FaultyPart her={her} what="time">
        <h2>{p.time}</h2>
        <p class="hint">{p.timeHelp}</p>
        {said.length === 0 && <p>{p.saidNothing}</p>}
        <div class="saidall">
          <SaidList her={her} said={said} />
        </div>
        <AddAway her={her} />
        <AddWeekly her={her} />
        <KeepButtons her={her} what="time" />
      </FaultyPart>
    </section>
  );
}

const add = (her: Kept, more: (time: Availability) => Partial<Availability>): void => {
  const time = shownOf(her, "time");
  changeHer(her, "time", { ...time, ...more(time) });
};

function AddAway({ her }: Her) {
  const w = words.value;
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  return (
    <details>
      <summary>{w.person.addAway}</summary>
      <BodyForm
        class="inline"
        send={() => {
          add(her, ({ holidays }) => ({ holidays: [...holidays, { from, to }] }));
          setFrom("");
          setTo("");
        }}
      >
        <DayField name={w.from} at="/from" value={from} set={setFrom} />
        <DayField name={w.to} at="/to" value={to} set={setTo} min={from} />
        <button type="submit">{w.add}</button>
      </BodyForm>
    </details>
  );
}

function AddWeekly({ her }: Her) {
  const w = words.value;
  const p = w.person;
  const [days, setDays] = useState<readonly string[]>([]);
  const [parts, setParts] = useState<readonly string[]>(["day"]);
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const [everyWeeks, setEveryWeeks] = useState(1);
  return (
    <details>
      <summary>{p.addWeekly}</summary>
      <BodyForm
        class="stack"
        send={() => {
          const bounds = { from: from === "" ? null : from, to: to === "" ? null : to };
          add(her, ({ weekly }) => ({ weekly: [...weekly, { days, parts, ...bounds, everyWeeks }] }));
          setDays([]);
        }}
      >
        <Checks
          name={p.days}
          all={WEEKDAYS}
          label={(day) => w.dossier.weekdays[day] ?? day}
          chosen={days}
          set={setDays}
        />
        <Checks name={p.part} all={PARTS} label={(part) => p.parts[part] ?? part} chosen={parts} set={setParts} />
        <div class="fields">
          <DayField name={w.from} at="/from" value={from} set={setFrom} isOptional={everyWeeks <= 1} />
          <DayField name={w.to} at="/to" value={to} set={setTo} min={from} isOptional />
          <NumberField name={p.everyWeeks} at="/everyWeeks" min={1} max={52} value={everyWeeks} set={setEveryWeeks} />
        </div>
        {everyWeeks > 1 && <p class="hint">{p.needsFrom}</p>}
        <button type="submit" disabled={days.length === 0 || parts.length === 0}>
          {w.add}
        </button>
      </BodyForm>
    </details>
  );
}
