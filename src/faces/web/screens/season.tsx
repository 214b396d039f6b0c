/** The season on one screen: rows by trainer, municipality or programme, weeks across, and beside it what is open or looked at. */
import { useMemo, useRef, useState } from "preact/hooks";
import { whole } from "../format.js";
import { type Axis, columnsOf, type Filters, NO_FILTERS } from "../look.js";
import { label, placeName, sessionLabel, trainerName } from "../names.js";
import { Fold } from "../parts/fold.js";
import { OpenList } from "../parts/open-list.js";
import { SessionPanel } from "../parts/session-panel.js";
import { Timeline } from "../parts/timeline.js";
import { type Board, boardAfter, boardOf, type Layout, type Row } from "../rows.js";
import { labels, lang, mayDrop, overview, plan, pool, season, selected, words } from "../state.js";
import type { Assignment, Season, Session } from "../types.js";
import { NewSeason } from "./new-season.js";
import { RenewSeason } from "./renew-season.js";

export function SeasonScreen() {
  const [axis, setAxis] = useState<Axis>("place");
  const [filters, setFilters] = useState<Filters>(NO_FILTERS);
  const [week, setWeek] = useState<string | null>(null);
  const [making, setMaking] = useState<"another" | "anew" | null>(null);
  const now = season.value;
  if (now === null) return <NewSeason leave={null} />;
  if (making === "another") return <NewSeason leave={() => setMaking(null)} />;
  if (making === "anew") return <RenewSeason leave={() => setMaking(null)} />;
  return (
    <div class="season">
      <section class="board" aria-label={words.value.season}>
        <FilterBar
          axis={axis}
          setAxis={setAxis}
          filters={filters}
          setFilters={setFilters}
          make={(what) => mayDrop() && setMaking(what)}
        />
        <Rows season={now} axis={axis} filters={filters} week={week} setWeek={setWeek} />
      </section>
      <Side />
    </div>
  );
}

function Side() {
  const w = words.value;
  return (
    <aside class="side" aria-label={selected.value === null ? w.noTeam : w.session}>
      {selected.value === null ? <OpenList /> : <SessionPanel key={selected.value} id={selected.value} />}
    </aside>
  );
}

interface RowsProps {
  readonly season: Season;
  readonly axis: Axis;
  readonly filters: Filters;
  readonly week: string | null;
  readonly setWeek: (week: string | null) => void;
}

function Rows({ season: now, axis, filters, week, setWeek }: RowsProps) {
  const w = words.value;
  const rows = useRows(now, axis, filters, week);
  const columns = useMemo(() => columnsOf(now, week), [now, week]);
  const loads = useMemo(() => new Map(overview.value?.loads.map((load) => [load.trainer, load])), [overview.value]);
  return (
    <Timeline
      rows={rows}
      columns={columns}
      isDay={week !== null}
      isByPlace={axis === "place"}
      least={axis === "trainer" ? 42 : 0}
      onWeek={setWeek}
      head={(key) => {
        const load = axis === "trainer" ? loads.get(key) : undefined;
        const share = load?.share === undefined ? "" : w.shareShort(load.share.min, load.share.max);
        return {
          title: titleOf(axis, key, w.online),
          note: load === undefined ? "" : w.loadOf(load.halfDays, whole(load.halfDays, lang.value), share),
        };
      }}
    />
  );
}

/** The rows of the shown plan by their titles; after an edit those that it does not touch are the same objects. */
function useRows(now: Season, axis: Axis, filters: Filters, week: string | null): readonly Row[] {
  const { online } = words.value;
  // What people, places and things are called is searched and sorted by.
  const names = [labels.value, pool.value, lang.value];
  const layout = useMemo((): Layout => {
    const said = (session: Session, assignment: Assignment | null): string =>
      [
        session.id,
        sessionLabel(session),
        placeName(session.place, online),
        session.programme ?? "",
        ...(assignment?.team.flatMap(({ trainer }) => [trainer, trainerName(trainer)]) ?? []),
      ].join(" ");
    return { season: now, axis, filters, week, said };
  }, [now, axis, filters, week, ...names]);
  const shown = plan.value;
  const last = useRef<Board | null>(null);
  const { rows, keys } = useMemo(() => {
    last.current = last.current?.layout === layout ? boardAfter(last.current, shown) : boardOf(layout, shown);
    return last.current;
  }, [layout, shown]);
  const order = useMemo(() => {
    const { compare } = new Intl.Collator(lang.value);
    const titles = new Map(keys.map((key) => [key, titleOf(axis, key, online)]));
    return [...keys].sort((a, b) => compare(titles.get(a) ?? a, titles.get(b) ?? b) || compare(a, b));
  }, [keys, axis, ...names]);
  return useMemo(() => order.flatMap((key) => rows.get(key) ?? []), [order, rows]);
}

function titleOf(axis: Axis, key: string, online: string): string {
  if (axis === "trainer") return trainerName(key);
  if (axis === "place") return placeName(key, online);
  return key === "" ? "–" : key;
}

/** What the sessions of a season ask for, each once. */
function askedFor({ sessions }: Season) {
  const distinct = (codes: readonly string[]): readonly string[] => [...new Set(codes)].sort();
  return {
    themes: distinct(sessions.flatMap((one) => one.themes?.map(({ id }) => id) ?? [])),
    communities: distinct(sessions.flatMap((one) => one.communities?.flatMap((c) => c.backgrounds) ?? [])),
  };
}

interface FilterProps {
  readonly axis: Axis;
  readonly setAxis: (axis: Axis) => void;
  readonly filters: Filters;
  readonly setFilters: (filters: Filters) => void;
  /** to make a season beside this one, or this one anew */
  readonly make: (what: "another" | "anew") => void;
}

function FilterBar({ axis, setAxis, filters, setFilters, make }: FilterProps) {
  const w = words.value;
  const now = season.value;
  if (now === null) return null;
  const { themes, communities } = askedFor(now);
  const choose = (name: keyof Filters, title: string, options: readonly (readonly [code: string, text: string])[]) => (
    <label>
      {title}
      <select value={filters[name]} onChange={(event) => setFilters({ ...filters, [name]: event.currentTarget.value })}>
        <option value="">{w.all}</option>
        {options.map(([code, text]) => (
          <option key={code} value={code}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
  const count = Object.values(filters).filter((one) => one !== "").length;
  return (
    <div class="filters">
      <label>
        {w.by}
        <select value={axis} onChange={(event) => setAxis(event.currentTarget.value as Axis)}>
          {(["place", "trainer", "programme"] as const).map((one) => (
            <option key={one} value={one}>
              {w.axis[one]}
            </option>
          ))}
        </select>
      </label>
      <Fold
        id="filters"
        name={
          <>
            {w.filters} {count > 0 && <span class="badge">{w.filtersOn(count)}</span>}
          </>
        }
      >
        <label>
          {w.search}
          <input
            type="search"
            value={filters.text}
            onInput={(event) => setFilters({ ...filters, text: event.currentTarget.value })}
          />
        </label>
        {choose(
          "programme",
          w.programme,
          now.programmes.map(({ id }) => [id, id]),
        )}
        {choose(
          "theme",
          w.theme,
          themes.map((id) => [id, label("theme", id)]),
        )}
        {choose(
          "community",
          w.community,
          communities.map((id) => [id, label("background", id)]),
        )}
        {choose(
          "trainer",
          w.trainer,
          now.trainers.map((id) => [id, trainerName(id)]),
        )}
        <button type="button" title={w.rebuildHint} onClick={() => make("anew")}>
          {w.rebuild}…
        </button>
        <button type="button" onClick={() => make("another")}>
          {w.anotherSeason}
        </button>
      </Fold>
    </div>
  );
}
