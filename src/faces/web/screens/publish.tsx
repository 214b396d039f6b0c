/** Publishing: what people are told, whom to ask or call in which order, their answers, repairs, and what goes on paper. */
import { useEffect, useState } from "preact/hooks";
import { again } from "../again.js";
import { ask, get, list, post } from "../api.js";
import { hours, shortDay } from "../format.js";
import { label, placeName, trainerName } from "../names.js";
import { Repair } from "../parts/repair.js";
import {
  changed,
  lang,
  lookAgain,
  plan,
  planId,
  plans,
  planVersion,
  pool,
  season,
  seasons,
  tell,
  tried,
  verdict,
  words,
} from "../state.js";
import type { Asking, AskRow } from "../types.js";

export function PublishScreen() {
  const w = words.value;
  const now = season.value;
  const [rows, setRows] = useState<readonly AskRow[]>([]);
  const [onlyOpen, setOnlyOpen] = useState(true);
  const row = seasons.value.find(({ id }) => id === now?.id);
  const published = row?.published ?? null;
  const load = (): Promise<void> =>
    tried(async () => {
      setRows(
        now === null || published === null ? [] : await list<AskRow>(`seasons/${encodeURIComponent(now.id)}/replies`),
      );
    });
  useEffect(() => void load(), [now?.id, published?.version]);
  if (now === null || plan.value === null) return null;
  const isSame = plans.value.some((one) => one.id === planId.value && one.published && !one.changedSince);
  const why =
    planId.value === null
      ? w.noPlanYet
      : isSame
        ? w.isPublished
        : changed.value.length > 0 || planId.value === null
          ? w.saveFirst
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
      document.getElementById("asks")?.focus();
    });
  const isOpen = ({ reply: said }: Asking): boolean => !onlyOpen || (said !== "yes" && said !== "no");
  const shown = rows
    .map(({ trainer, askings }) => ({ trainer, askings: askings.filter(isOpen) }))
    .filter(({ askings }) => askings.length > 0);
  return (
    <>
      <section class="card wide">
        <h1>{w.publish}</h1>
        <p>{w.publishHelp}</p>
        {published !== null && (
          <p>
            {w.published}: <b>{published.plan}</b> ({shortDay(published.at, lang.value)})
          </p>
        )}
        <button type="button" class="main" disabled={why !== null} onClick={() => void publish()}>
          {w.publishNow}
        </button>
        {why !== null && <p class="hint">{why}</p>}
      </section>
      {published !== null && (
        <>
          <section class="card wide">
            <h2 id="asks" tabIndex={-1}>
              {w.askThem}
            </h2>
            <label class="inline">
              <input
                type="checkbox"
                checked={onlyOpen}
                onChange={(event) => setOnlyOpen(event.currentTarget.checked)}
              />
              {w.onlyOpen}
            </label>
            {shown.length === 0 && <p class="hint">{w.nobody}</p>}
            <ol class="asks">
              {shown.slice(0, 300).map(({ trainer, askings }) => (
                <li key={trainer}>
                  <h3>
                    {trainerName(trainer)}{" "}
                    <small>{pool.value.find((one) => one.trainer === trainer)?.contact ?? ""}</small>
                  </h3>
                  {askings.map((one) => (
                    <Question key={one.session} trainer={trainer} asking={one} reply={reply} />
                  ))}
                </li>
              ))}
            </ol>
          </section>
          <section class="card wide">
            <h2>{w.repair}</h2>
            <Repair of={published.plan} />
          </section>
          <Sheets seasonId={now.id} />
        </>
      )}
    </>
  );
}

interface QuestionProps {
  readonly trainer: string;
  readonly asking: Asking;
  readonly reply: (session: string, trainer: string, said: string) => Promise<void>;
}

function Question({ trainer, asking, reply }: QuestionProps) {
  const w = words.value;
  const session = season.value?.sessions.find(({ id }) => id === asking.session);
  const [part] = asking.slot;
  const what =
    session === undefined
      ? asking.session
      : `${label("activity", session.activity)}, ${placeName(session.place, w.online)}`;
  const when = part === undefined ? "" : `${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}`;
  return (
    <p class="question">
      <span>
        {when} · {what} · {w.seat[asking.seat]}
      </span>
      <span class={`state ${asking.stands ? asking.reply : "bad"}`}>
        {asking.stands ? w.reply[asking.reply] : w.fallen}
      </span>
      {asking.stands &&
        (["asked", "yes", "no", "silent"] as const).map((said) => (
          <button
            key={said}
            type="button"
            aria-pressed={asking.reply === said}
            aria-label={`${trainerName(trainer)}, ${what}: ${w.says[said]}`}
            onClick={() => void reply(asking.session, trainer, said)}
          >
            {w.says[said]}
          </button>
        ))}
    </p>
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
        {w.sheets}
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
