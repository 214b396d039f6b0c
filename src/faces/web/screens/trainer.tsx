/** One trainer to look at: her season by week, her load against her fair share, what she says, consents to and wishes. */
import { useEffect, useRef, useState } from "preact/hooks";
import { datelessOf, diaryOf } from "../diary.js";
import { whole } from "../format.js";
import { conflict, type Kept, kept, times } from "../her.js";
import { readHer, showKept, shownOf } from "../her-state.js";
import { organisationName, trainerName } from "../names.js";
import { ConsentForm, WishesForm } from "../parts/agreed.js";
import { DayPanel } from "../parts/day-panel.js";
import { DiaryGrid, STATES } from "../parts/diary-grid.js";
import { besideShare, LoadBar, mostOf } from "../parts/load-bar.js";
import { SaidTime } from "../parts/said-time.js";
import { changedDays } from "../said.js";
import { lang, me, overview, plan, season, tried, verdict, words } from "../state.js";
import type { PoolRow } from "../types.js";

export function TrainerScreen({ row }: { readonly row: PoolRow }) {
  const w = words.value;
  const code = row.trainer;
  const head = useRef<HTMLHeadingElement>(null);
  const isOwn = row.organisation === me.value?.organisation;
  useEffect(() => {
    head.current?.focus();
    // Of others the API tells nothing more, and asking would be refused.
    if (isOwn) void tried(() => readHer(code));
  }, [code, isOwn]);
  const her = isOwn && kept.value?.code === code ? kept.value : null;
  return (
    <section class="card wide person">
      <a href="#pool">← {w.person.back}</a>
      <div class="title">
        <h1 ref={head} tabIndex={-1}>
          {trainerName(code)}
        </h1>
        <span>{[organisationName(row.organisation), row.contact].filter((one) => one !== null).join(" · ")}</span>
      </div>
      {conflict.value === code && (
        <div class="conflict" role="alert">
          <p>{w.person.conflict}</p>
          <button type="button" onClick={() => void tried(() => showKept(code))}>
            {w.showTheirs}
          </button>
        </div>
      )}
      {!isOwn && <p class="hint">{w.person.others}</p>}
      <Share code={code} />
      {season.value === null ? <p class="hint">{w.person.noSeason}</p> : <Diary code={code} her={her} />}
      {her !== null && (
        <div class="sides">
          <SaidTime her={her} />
          <div>
            <ConsentForm her={her} />
            <WishesForm her={her} />
          </div>
        </div>
      )}
    </section>
  );
}

/** Her load on the band of what is fair for her, with the figures. */
function Share({ code }: { readonly code: string }) {
  const p = words.value.person;
  const load = overview.value?.loads.find(({ trainer }) => trainer === code);
  const said = (n: number): string => whole(n, lang.value);
  if (season.value === null) return null;
  if (load === undefined)
    return <p class="hint">{verdict.value?.feasible === false ? p.noLoad : words.value.loading}</p>;
  const { halfDays, share } = load;
  const beside = besideShare(load);
  const most = 1.25 * mostOf([load]);
  return (
    <section class="share">
      <h2>{p.load}</h2>
      <LoadBar load={load} most={most} />
      {share !== undefined && (
        <span class="ticks" aria-hidden="true">
          {[share.min, share.max].map((n) => (
            <span key={n} style={{ left: `${(100 * n) / most}%` }}>
              {said(n)}
            </span>
          ))}
        </span>
      )}
      <p>
        {share === undefined ? p.halfDays(said(halfDays)) : p.ofShare(said(halfDays), said(share.min), said(share.max))}{" "}
        {share !== undefined && (
          <b class={beside === 0 ? "good" : "warm"}>
            {beside === 0 ? p.within : beside < 0 ? p.under(said(-beside)) : p.over(said(beside))}.
          </b>
        )}
      </p>
    </section>
  );
}

function Diary({ code, her }: { readonly code: string; readonly her: Kept | null }) {
  const w = words.value;
  const p = w.person;
  const [chosen, setChosen] = useState<string | null>(null);
  const now = season.value;
  if (now === null) return null;
  const weeks = diaryOf(now, plan.value, code, times.value.get(code) ?? null);
  const all = weeks.flatMap(({ days }) => days.filter(({ isIn }) => isIn));
  const isKnown = times.value.has(code);
  // To begin with the first day on which there is something.
  const day =
    all.find((one) => one.day === chosen) ??
    all.find(({ duties }) => duties.length > 0) ??
    all.find(({ free }) => free.length > 0) ??
    all[0];
  if (day === undefined) return null;
  const gone = datelessOf(now, code);
  const free = weeks.filter(({ standing }) => standing === "free").length;
  return (
    <section>
      <div class="title">
        <h2>{p.calendar}</h2>
        {isKnown && <b>{p.freeWeeks(free, weeks.length)}</b>}
      </div>
      <p class="hint">{p.calendarHelp}</p>
      <ul class="legend">
        {isKnown && (
          <li>
            <span class="line">
              <i />
            </span>{" "}
            {p.can}
          </li>
        )}
        {STATES.map((state) => (
          <li key={state}>
            <span class={`duty ${state}`} /> {p[state]}
          </li>
        ))}
      </ul>
      {gone.length > 0 && <p class="warm">{p.dateless(gone.join(", "))}</p>}
      <div class="diaryside">
        <DiaryGrid
          weeks={weeks}
          chosen={day.day}
          changed={her === null ? NONE : changedDays(her.time, shownOf(her, "time"))}
          onChoose={setChosen}
        />
        <DayPanel of={day} her={her} isAsked={chosen !== null} />
      </div>
    </section>
  );
}
const NONE: ReadonlySet<string> = new Set();
