/** A trainer's season as a calendar: a row a week, a button a day, arrow keys from one to the next. */
import { useRef } from "preact/hooks";
import type { DiaryDay, DiaryWeek, Duty } from "../diary.js";
import { hours, shortDay } from "../format.js";
import { mondayOf, plusDays, weekOf } from "../look.js";
import { placeName, whatAndWhere } from "../names.js";
import { lang, standing, words } from "../state.js";

export interface DiaryGridProps {
  readonly weeks: readonly DiaryWeek[];
  readonly chosen: string;
  /** days of which something was changed that is not kept yet */
  readonly changed: ReadonlySet<string>;
  readonly onChoose: (day: string) => void;
}

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
/** The hours that a day's line stands for. */
const [FIRST_HOUR, HOURS] = [6, 18];

export function DiaryGrid({ weeks, chosen, changed, onChoose }: DiaryGridProps) {
  const w = words.value;
  const table = useRef<HTMLTableElement>(null);
  const moved = (event: KeyboardEvent): void => {
    const monday = mondayOf(chosen);
    const step = STEPS[event.key];
    const to =
      step !== undefined
        ? plusDays(chosen, step)
        : event.key === "Home"
          ? monday
          : event.key === "End"
            ? plusDays(monday, 6)
            : null;
    if (to === null) return;
    // The page must not scroll, whether there is such a day or not.
    event.preventDefault();
    const day = table.current?.querySelector<HTMLButtonElement>(`[data-day="${to}"]`);
    if (day === null || day === undefined) return;
    onChoose(to);
    day.focus();
  };
  return (
    <table class="diary" ref={table} onKeyDown={moved}>
      <caption class="hidden">{w.person.calendar}</caption>
      <thead>
        <tr>
          <td />
          {Object.values(w.dossier.weekdays).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {weeks.map(({ monday, days, standing }) => (
          <tr key={monday} class={standing}>
            <th scope="row">
              <span class="short" aria-hidden="true">
                {weekOf(monday)}
              </span>
              <span class="long">{w.week(weekOf(monday))}</span>
            </th>
            {days.map((one) => (
              <td key={one.day}>
                {one.isIn && (
                  <Day
                    of={one}
                    isChosen={one.day === chosen}
                    isChanged={changed.has(one.day)}
                    onChoose={() => onChoose(one.day)}
                  />
                )}
              </td>
            ))}
            <td class="standing">{standing === "busy" ? <Count days={days} /> : w.person.standing[standing]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many sessions there are in a week. */
function Count({ days }: { readonly days: readonly DiaryDay[] }) {
  const count = new Set(days.flatMap(({ duties }) => duties.map(({ session }) => session.id))).size;
  return (
    <>
      <span aria-hidden="true">{count}×</span>
      <span class="hidden">{words.value.person.duties(count)}</span>
    </>
  );
}

interface DayProps {
  readonly of: DiaryDay;
  readonly isChosen: boolean;
  readonly isChanged: boolean;
  readonly onChoose: () => void;
}

function Day({ of: { day, free, duties }, isChosen, isChanged, onChoose }: DayProps) {
  const w = words.value;
  const said = [
    shortDay(day, lang.value),
    ...free.map(([start, end]) => `${w.person.can} ${hours(start, end)}`),
    ...duties.map((duty) => `${whatAndWhere(duty.session)} ${hours(duty.start, duty.end)}, ${w.person[stateOf(duty)]}`),
    ...(isChanged ? [w.person.unsaved] : []),
  ];
  return (
    <button
      type="button"
      class={`day ${free.length > 0 ? "can" : ""} ${isChanged ? "changed" : ""}`}
      data-day={day}
      title={said.join("; ")}
      tabIndex={isChosen ? 0 : -1}
      aria-pressed={isChosen}
      onClick={onChoose}
    >
      <span class="hidden">{said.join("; ")}</span>
      <span class="seen" aria-hidden="true">
        <span class="date">
          {Number(day.slice(8)) === 1 ? shortDay(day, lang.value).replace(/^\S+ /, "") : Number(day.slice(8))}
        </span>
        {duties.map((duty) => (
          <span key={`${duty.session.id} ${duty.start}`} class={`duty ${stateOf(duty)}`}>
            <span class="long">{placeName(duty.session.place, w.online)}</span>
          </span>
        ))}
        <span class="line">
          {free.map(([start, end]) => (
            <i key={start} style={spanOf(day, start, end)} />
          ))}
          {duties.map(({ session, start, end }) => (
            <i key={session.id + start} class="taken" style={spanOf(day, start, end)} />
          ))}
        </span>
      </span>
    </button>
  );
}

export const STATES = ["planned", "agreed", "dropped", "broken"] as const;

/** Whether a session is in the plan that is shown, in what people were told, or in both; or is in the plan and breaks a rule. */
export function stateOf({ session, isPlanned, isPublished }: Duty): (typeof STATES)[number] {
  if (!isPlanned) return "dropped";
  if (standing.value.broken.some(({ where }) => where === session.id)) return "broken";
  return isPublished ? "agreed" : "planned";
}

/** Where a time lies on its day's line. */
function spanOf(day: string, start: string, end: string): { left: string; width: string } {
  const hour = (wall: string): number =>
    wall.slice(0, 10) > day ? 24 : Number(wall.slice(11, 13)) + Number(wall.slice(14, 16)) / 60;
  const place = (wall: string): number => (100 * Math.min(HOURS, Math.max(0, hour(wall) - FIRST_HOUR))) / HOURS;
  return { left: `${place(start)}%`, width: `${place(end) - place(start)}%` };
}
