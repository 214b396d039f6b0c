/** Publishing: what people are told, whom to ask or call in which order, their answers, repairs, and what goes on paper. */
import { useEffect, useState } from "preact/hooks";
import { again } from "../again.js";
import { ask, get, list, post } from "../api.js";
import { shortDay } from "../format.js";
import { AskList } from "../parts/ask-list.js";
import { PUBLISH } from "../parts/mend.js";
import { Repair } from "../parts/repair.js";
import {
  changed,
  lang,
  lookAgain,
  plan,
  planId,
  plans,
  planVersion,
  season,
  seasons,
  tell,
  tried,
  verdict,
  words,
} from "../state.js";
import type { AskRow } from "../types.js";

export function PublishScreen() {
  const w = words.value;
  const now = season.value;
  const [rows, setRows] = useState<readonly AskRow[] | null>(null);
  const row = seasons.value.find(({ id }) => id === now?.id);
  const published = row?.published ?? null;
  const load = (): Promise<void> =>
    tried(async () => {
      setRows(
        now === null || published === null ? [] : await list<AskRow>(`seasons/${encodeURIComponent(now.id)}/replies`),
      );
    });
  useEffect(() => {
    // What was there is of another publication.
    setRows(null);
    void load();
  }, [now?.id, published?.version]);
  if (now === null || plan.value === null) return null;
  const isSame = plans.value.some((one) => one.id === planId.value && one.published && !one.changedSince);
  const why =
    planId.value === null
      ? w.noPlanYet
      : changed.value.length > 0
        ? w.saveFirst
        : isSame
          ? w.isPublished
          : verdict.value?.feasible === false
            ? w.repairFirst
            : null;

  const publish = (): Promise<void> =>
    tried(async () => {
      if (!window.confirm(w.publishAsk)) return;
      const { value } = await ask<{ readonly sessions: number }>(
        "POST",
        `plans/${encodeURIComponent(planId.value ?? "")}/publication`,
        { replaces: published?.version ?? 0 },
        { "if-match": `"${planVersion.value}"` },
      );
      tell("good", w.publishedNow(value.sessions));
      await again();
    });
  const reply = (session: string, trainer: string, said: string): Promise<void> =>
    tried(async () => {
      await post(`seasons/${encodeURIComponent(now.id)}/replies`, { session, trainer, reply: said });
      await load();
      // A no may leave the plan broken.
      await lookAgain();
    });
  const isFallen = rows?.some(({ askings }) => askings.some(({ stands }) => !stands)) === true;
  return (
    <>
      <section class="card wide">
        <h1>{w.publish}</h1>
        <p>{w.publishHelp}</p>
        {published !== null && (
          <p>
            {w.publishedAs} <b>{published.plan}</b> ({shortDay(published.at, lang.value)})
          </p>
        )}
        <button
          type="button"
          id={PUBLISH}
          class="main"
          aria-disabled={why !== null}
          aria-describedby="publish-why"
          onClick={() => why === null && void publish()}
        >
          {w.publishNow}
        </button>
        <p id="publish-why" class="hint">
          {why}
        </p>
      </section>
      {published !== null && (
        <>
          {rows === null ? (
            <p class="card hint">{w.loading}</p>
          ) : (
            <AskList rows={rows} of={published.plan} answer={reply} />
          )}
          {/* What fell is mended where it stands; rules of a whole season may be broken besides. */}
          {!isFallen && (
            <section class="card wide">
              <h2>{w.repair}</h2>
              <Repair of={published.plan} />
            </section>
          )}
          <Sheets seasonId={now.id} />
        </>
      )}
    </>
  );
}

function Sheets({ seasonId }: { readonly seasonId: string }) {
  const w = words.value;
  const [page, setPage] = useState<{ readonly url: string; readonly heldBack: number } | null>(null);
  const open = (): Promise<void> =>
    tried(async () => {
      const told = await get<{ readonly html: string; readonly heldBack: readonly string[] }>(
        `seasons/${encodeURIComponent(seasonId)}/sheets`,
      );
      const url = URL.createObjectURL(new Blob([told.html], { type: "text/html" }));
      setPage({ url, heldBack: told.heldBack.length });
    });
  return (
    <section class="card wide">
      <h2>{w.sheets}</h2>
      <button type="button" onClick={() => void open()}>
        {w.showSheets}
      </button>
      {page !== null && (
        <>
          {page.heldBack > 0 && <p class="bad">{w.heldBack(page.heldBack)}</p>}
          <iframe id="sheets" title={w.sheets} src={page.url} />
          <button
            type="button"
            onClick={() => (document.getElementById("sheets") as HTMLIFrameElement | null)?.contentWindow?.print()}
          >
            {w.print}
          </button>
        </>
      )}
    </section>
  );
}
