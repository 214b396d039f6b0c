/** One day of a trainer: when she can come, what she does, and what she says of that day alone. */
import { useState } from "preact/hooks";
import type { DiaryDay } from "../diary.js";
import { hours, shortDay } from "../format.js";
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { whatAndWhere } from "../names.js";
import { ofDay, PARTS, sentences, withDay } from "../said.js";
import { days, lang, selected, words } from "../state.js";
import { stateOf } from "./diary-grid.js";
import { KeepButtons } from "./keep-buttons.js";
import { SaidList } from "./said-list.js";

export interface DayPanelProps {
  readonly of: DiaryDay;
  /** null: she is not of one's own organisation, and when she can come is not told */
  readonly her: Kept | null;
  /** somebody chose this day: then it stays in sight on a phone too */
  readonly isAsked: boolean;
}

export function DayPanel({ of: { day, free, duties }, her, isAsked }: DayPanelProps) {
  const w = words.value;
  const p = w.person;
  const held = days.value.filter(({ from, to }) => from <= day && to >= day);
  return (
    <section class={`daypanel ${isAsked ? "asked" : ""}`} aria-label={shortDay(day, lang.value)}>
      <h3>{shortDay(day, lang.value)}</h3>
      {held.length > 0 && <p class="hint">{held.map((one) => one[lang.value]).join(", ")}</p>}
      {her !== null && (
        <p>
          {free.length === 0 ? p.cannot : `${p.canFrom} ${free.map(([start, end]) => hours(start, end)).join(", ")}.`}
        </p>
      )}
      {duties.length === 0 && <p class="hint">{p.nothing}</p>}
      <ul class="plainlist">
        {duties.map((duty) => (
          <li key={duty.session.id + duty.start}>
            <b>{whatAndWhere(duty.session)}</b> {hours(duty.start, duty.end)}
            <small>
              {" "}
              {w.seat[duty.seat]} · {p[stateOf(duty)]}
            </small>
            <div>
              <button
                type="button"
                class="link"
                onClick={() => {
                  selected.value = duty.session.id;
                  location.hash = "season";
                }}
              >
                {p.show}
              </button>
            </div>
          </li>
        ))}
      </ul>
      {her !== null && <ThisDay day={day} her={her} />}
    </section>
  );
}

function ThisDay({ day, her }: { readonly day: string; readonly her: Kept }) {
  const p = words.value.person;
  const [part, setPart] = useState<string>(PARTS[0]);
  const time = shownOf(her, "time");
  const add = (list: "extra" | "blocked"): void => changeHer(her, "time", withDay(time, list, day, part));
  return (
    <fieldset>
      <legend>{p.thisDay}</legend>
      <SaidList her={her} said={ofDay(time, sentences(time), day)} />
      <div class="inline tight">
        <label class="part">
          {p.part}
          <select value={part} onChange={(event) => setPart(event.currentTarget.value)}>
            {PARTS.map((one) => (
              <option key={one} value={one}>
                {p.parts[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" onClick={() => add("blocked")}>
          {p.no}
        </button>
        <button type="button" onClick={() => add("extra")}>
          {p.yes}
        </button>
      </div>
      <KeepButtons her={her} what="time" isQuiet />
    </fieldset>
  );
}
