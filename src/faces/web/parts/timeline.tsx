/** Rows and weeks with sessions in them. Only the rows that are in sight are made, however many there are. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { seatsOf } from "../edits.js";
import { hours, shortDay } from "../format.js";
import { weekOf } from "../look.js";
import { placeName, sessionLabel } from "../names.js";
import type { Chip, Row } from "../rows.js";
import { days, lang, selected, standing, words } from "../state.js";
import { showSession } from "./session-head.js";

const CHIP = 26;
const PAD = 6;
/** Pixels above and below what is in sight that are made as well. */
const AROUND = 400;

export interface TimelineProps {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  /** whether a column is one day; else a week */
  readonly isDay: boolean;
  readonly isByPlace: boolean;
  /** pixels that a row is high at least */
  readonly least: number;
  readonly head: (key: string) => { readonly title: string; readonly note: string };
  /** a week is looked at by its days; null: all weeks again */
  readonly onWeek: (monday: string | null) => void;
}

export function Timeline({ rows, columns, isDay, isByPlace, least, head, onWeek }: TimelineProps) {
  const w = words.value;
  const box = useRef<HTMLElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const tops = useMemo(() => {
    let sum = 0;
    return rows.map(({ depth }) => {
      const top = sum;
      sum += heightOf(depth, least);
      return top;
    });
  }, [rows, least]);
  const total = (tops.at(-1) ?? 0) + heightOf(rows.at(-1)?.depth ?? 0, least);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener("scroll", measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", measure);
    };
    // After nothing was found it is another element.
  }, [rows.length === 0]);
  const from = firstAfter(tops, view.top - AROUND);
  const to = firstAfter(tops, view.top + view.height + AROUND) + 1;
  const hurt = JSON.stringify(standing.value.broken.map(({ where }) => where));
  const broken = useMemo(() => new Set(JSON.parse(hurt) as string[]), [hurt]);
  const size = isDay ? 10 : 7.5;
  const width = `calc(var(--head) + ${columns.length * size}rem)`;
  const grid = { width, gridTemplateColumns: `var(--head) repeat(${columns.length}, ${size}rem)` };
  const chosen = selected.value;
  if (rows.length === 0) return <p class="hint">{w.nothingFound}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable without a mouse
    <section class="timeline" ref={box} tabIndex={0} aria-label={w.season}>
      <div class="columns" style={grid}>
        <span class="corner">
          {isDay && (
            <button type="button" onClick={() => onWeek(null)}>
              ← {w.allWeeks}
            </button>
          )}
        </span>
        {columns.map((column) => (
          <Column key={column} column={column} isDay={isDay} onWeek={onWeek} />
        ))}
      </div>
      <div class="rows" style={{ height: `${total}px`, width }}>
        {rows.slice(from, to).map((row, i) => {
          const { title, note } = head(row.key);
          return (
            <RowLine
              key={row.key}
              row={row}
              top={tops[from + i] ?? 0}
              height={heightOf(row.depth, least)}
              columns={columns}
              size={size}
              isDay={isDay}
              isByPlace={isByPlace}
              title={title}
              note={note}
              broken={broken}
              chosen={chosen !== null && hasSession(row, chosen) ? chosen : null}
            />
          );
        })}
      </div>
    </section>
  );
}

const heightOf = (depth: number, least: number): number => Math.max(least, depth * CHIP + PAD);

const hasSession = ({ cells }: Row, id: string): boolean =>
  [...cells.values()].some((chips) => chips.some(({ session }) => session.id === id));

interface RowProps {
  readonly row: Row;
  readonly top: number;
  readonly height: number;
  readonly columns: readonly string[];
  /** rem that a column is wide */
  readonly size: number;
  readonly isDay: boolean;
  /** rows are municipalities: a chip says what, not where once more */
  readonly isByPlace: boolean;
  readonly title: string;
  readonly note: string;
  readonly broken: ReadonlySet<string>;
  /** the session that is looked at, where it stands in this row */
  readonly chosen: string | null;
}

/**
 * One row. It keeps no state of its own: signals let it be as long as nothing that it is given, and no signal that it reads, is
 * another. So while the page scrolls those that stay in sight are not made anew.
 */
function RowLine({ row, top, height, columns, size, title, note, ...how }: RowProps) {
  return (
    <div class="row" style={{ top: `${top}px`, height: `${height}px`, backgroundSize: `${size}rem 100%` }}>
      <span class="head" title={note === "" ? title : `${title}: ${note}`}>
        <b>{title}</b>
        <small>{note}</small>
      </span>
      <div class="cells" style={{ "--size": `${size}rem` }}>
        {columns.flatMap((column, i) =>
          (row.cells.get(column) ?? []).map((chip, nth) => chipButton(chip, `${i * size}rem`, nth * CHIP + 2, how)),
        )}
      </div>
    </div>
  );
}

/** The index of the first row that begins after a height. */
function firstAfter(tops: readonly number[], height: number): number {
  let [low, high] = [0, tops.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tops[middle] ?? 0) < height) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

function Column({ column, isDay, onWeek }: { column: string; isDay: boolean; onWeek: (monday: string) => void }) {
  const w = words.value;
  const last = isDay ? column : sundayOf(column);
  const held = days.value.filter(({ from, to, impact }) => from <= last && to >= column && impact !== "light");
  const names = held.map((day) => day[lang.value]);
  const title = isDay ? shortDay(column, lang.value) : w.week(weekOf(column));
  return (
    <span class="column">
      {isDay ? (
        <b>{title}</b>
      ) : (
        <button type="button" class="plain" onClick={() => onWeek(column)}>
          <b>{title}</b>
          <small>{shortDay(column, lang.value)}</small>
        </button>
      )}
      {names.length > 0 && (
        <small class="holiday" title={names.join(", ")}>
          {names[0]}
          {names.length > 1 ? ` +${names.length - 1}` : ""}
        </small>
      )}
    </span>
  );
}

const sundayOf = (monday: string): string =>
  new Date(Date.parse(`${monday}T12:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10);

/** What a chip's colour says, in words. */
const STATES = { open: "unfilled", part: "seatEmpty", broken: "breaksRule", fixed: "fixed", staffed: null } as const;

function stateOf({ session, assignment }: Chip, broken: ReadonlySet<string>): keyof typeof STATES {
  if (assignment === null) return "open";
  if (broken.has(session.id)) return "broken";
  if (assignment.team.length < seatsOf(session).length) return "part";
  return session.pinned ? "fixed" : "staffed";
}

/** One button and no piece of its own: as the page scrolls dozens of them are made in a frame. */
function chipButton(
  chip: Chip,
  left: string,
  top: number,
  { isDay, isByPlace, broken, chosen }: Pick<RowProps, "isDay" | "isByPlace" | "broken" | "chosen">,
) {
  const w = words.value;
  const { session, start, end } = chip;
  const state = stateOf(chip, broken);
  const where = placeName(session.place, w.online);
  const what = sessionLabel(session);
  const day = shortDay(start, lang.value);
  const short = `${state === "broken" ? "! " : ""}${isDay ? start.slice(11, 16) : (day.split(" ")[0] ?? "")} ${isByPlace ? what : where}`;
  const rest = `${isByPlace ? where : what}, ${day} ${hours(start, end)}${STATES[state] === null ? "" : `, ${w[STATES[state]]}`}`;
  return (
    <button
      key={`${session.id} ${start}`}
      type="button"
      class={`chip ${state}`}
      style={{ left, top: `${top}px` }}
      data-session={session.id}
      aria-label={`${short}, ${rest}`}
      aria-pressed={chosen === session.id}
      title={`${isByPlace ? what : where}, ${rest}`}
      onClick={choose}
    >
      {short}
    </button>
  );
}

function choose({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  const { session = null } = currentTarget.dataset;
  // What is open already is out of sight, on a phone.
  if (selected.value === session) showSession();
  selected.value = session;
}
