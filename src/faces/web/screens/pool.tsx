/** The pool: trainers with their load against a fair share and when they can come; spreadsheets in, with what is wrong in place. */

import { useEffect, useRef, useState } from "preact/hooks";
import { again } from "../again.js";
import { post } from "../api.js";
import { freeDays } from "../diary.js";
import { trainer as opened, times } from "../her.js";
import { loadTimes } from "../her-state.js";
import { weekOf } from "../look.js";
import { organisationName, trainerName } from "../names.js";
import { BodyForm } from "../parts/faulty.js";
import { Issues } from "../parts/issues.js";
import { besideShare, LoadBar, mostOf } from "../parts/load-bar.js";
import { Scroll } from "../parts/scroll.js";
import { SheetsField, useSheets } from "../parts/sheets.js";
import { changed, lang, overview, pool, season, tell, tried, words } from "../state.js";
import type { Imported, Load } from "../types.js";
import { TrainerScreen } from "./trainer.js";

export function PoolScreen() {
  const before = useRef<string | null>(null);
  useEffect(() => void loadTimes(), [season.value]);
  useEffect(() => {
    // Whoever comes back from one trainer is where she left.
    if (opened.value === null && before.current !== null) document.getElementById(`of-${before.current}`)?.focus();
    before.current = opened.value;
  }, [opened.value]);
  const row = pool.value.find(({ trainer }) => trainer === opened.value);
  return row === undefined ? <All /> : <TrainerScreen key={row.trainer} row={row} />;
}

/** All trainers, and spreadsheets in. */
function All() {
  const w = words.value;
  const [text, setText] = useState("");
  const loads = new Map(overview.value?.loads.map((load) => [load.trainer, load]));
  const said = ({ trainer, name }: { trainer: string; name: string | null }): string => `${trainer} ${name ?? ""}`;
  const most = mostOf([...loads.values()]);
  const rows = pool.value.filter((row) => said(row).toLowerCase().includes(text.toLowerCase()));
  return (
    <>
      <section class="card wide">
        <h1>{w.pool}</h1>
        {pool.value.length === 0 ? (
          <p class="hint">{w.poolNone}</p>
        ) : (
          <>
            <label class="inline">
              {w.search}
              <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
            </label>
            <Scroll name={w.pool} isTall>
              <table class="pool blocks">
                <thead>
                  <tr>
                    <th scope="col">{w.trainer}</th>
                    <th scope="col">{w.organisation}</th>
                    <th scope="col">{w.contact}</th>
                    <th scope="col">{w.consents}</th>
                    <th scope="col">{w.load}</th>
                    <th scope="col">{w.free}</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.slice(0, 500).map(({ trainer, organisation, contact, consents }) => (
                    <tr key={trainer}>
                      <th scope="row">
                        <a id={`of-${trainer}`} href={`#pool/${encodeURIComponent(trainer)}`}>
                          {trainerName(trainer)}
                        </a>
                      </th>
                      <td>{organisationName(organisation)}</td>
                      <td>{contact ?? ""}</td>
                      <td>{consents === "" ? "" : w[consents]}</td>
                      <td class="loads">{barOf(loads.get(trainer), most)}</td>
                      <td>
                        <Weeks trainer={trainer} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </Scroll>
            {rows.length === 0 && <p class="hint">{w.nothingFound}</p>}
          </>
        )}
      </section>
      <Import />
    </>
  );
}

/** Her load as a bar, and in words where it is not her fair share. */
function barOf(load: Load | undefined, most: number) {
  const w = words.value;
  if (load === undefined) return null;
  const beside = besideShare(load);
  return (
    <>
      <LoadBar load={load} most={most} />
      {beside !== 0 && <small class="warm">{beside > 0 ? w.tooMuch : w.tooLittle}</small>}
    </>
  );
}

/** A square for each week: how many days she can come. */
function Weeks({ trainer }: { readonly trainer: string }) {
  const now = season.value;
  const w = words.value;
  const available = times.value.get(trainer);
  if (available === undefined || now === null) return null;
  const weeks = freeDays(now, available);
  return (
    <span class="weeks" role="img" aria-label={`${w.free}: ${weeks.map(([, count]) => count).join(", ")}`}>
      {weeks.map(([monday, count]) => (
        <span key={monday} class={`w${Math.min(5, count)}`} title={`${w.week(weekOf(monday))}: ${count}`} />
      ))}
    </span>
  );
}

function Import() {
  const w = words.value;
  const sheets = useSheets<Imported>();
  const { files, told } = sheets;
  const bring = async (dryRun: boolean): Promise<void> => {
    const found = await post<Imported>("imports", { files: await sheets.read(), dryRun, lang: lang.value });
    sheets.tell(found);
    if (!found.done) return;
    tell("good", w.didImport(found.changes.filter(({ what }) => what !== "unchanged").length));
    tell("good", w.rebuildHint);
    if (season.value === null || changed.value.length === 0) await again();
  };
  return (
    <section class="card wide">
      <h2>{w.importing}</h2>
      <p>{w.importHelp}</p>
      <BodyForm class="inline" send={() => bring(false)}>
        <SheetsField name={w.files} at="/files" of={sheets} />
        <button type="button" disabled={files.length === 0} onClick={() => void tried(() => bring(true))}>
          {w.dryRun}
        </button>
        <button type="submit" class="main" disabled={files.length === 0 || (told?.issues.length ?? 0) > 0}>
          {w.import}
        </button>
      </BodyForm>
      {told !== null && <Issues issues={told.issues} />}
      {told !== null && told.issues.length === 0 && (
        <div aria-live="polite">
          {!told.done && <p>{w.wouldDo}</p>}
          <ul class="plainlist">
            {counted(told).map(([entity, what, count]) => (
              <li key={entity + what}>
                {w.kinds[entity] ?? entity}: {count} {w[what]}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

function counted({ changes }: Imported): readonly (readonly [string, "added" | "changed" | "unchanged", number])[] {
  const counts = new Map<string, number>();
  for (const { entity, what } of changes) counts.set(`${entity} ${what}`, (counts.get(`${entity} ${what}`) ?? 0) + 1);
  return [...counts].map(([key, count]) => {
    const [entity = "", what = "unchanged"] = key.split(" ");
    return [entity, what as "added" | "changed" | "unchanged", count] as const;
  });
}
