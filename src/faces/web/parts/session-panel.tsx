/** One session: what is asked for beside who brings it, its team by seats, its dates, and ranked suggestions. */
import { useEffect, useState } from "preact/hooks";
import { assignmentOf } from "../edits.js";
import { brokenText, label, placeName, sessionLabel, trainerName } from "../names.js";
import { askOf } from "../shown-plan.js";
import { judged, overview, plan, season, selected, standing, tried, verdict, words } from "../state.js";
import type { Plan, Session } from "../types.js";
import { Dates } from "./dates.js";
import { Ranked, useSuggestions } from "./ranked.js";
import { Seats } from "./seats.js";
import { SESSION_HEAD, showSession } from "./session-head.js";

export function SessionPanel({ id }: { readonly id: string }) {
  const session = season.value?.sessions.find((one) => one.id === id);
  const now = plan.value;
  return session === undefined || now === null ? null : <Panel session={session} now={now} />;
}

function Panel({ session, now }: { readonly session: Session; readonly now: Plan }) {
  const w = words.value;
  const { id } = session;
  const { found, isAsked } = useSuggestions(session, now);
  const assignment = assignmentOf(now, id);
  const broken = verdict.value?.violations.filter(({ where }) => where === id) ?? [];
  const why = overview.value?.open.find((one) => one.session === id);
  useEffect(showSession, []);
  return (
    <>
      <header class="panelhead">
        <div>
          <h2 id={SESSION_HEAD} tabIndex={-1}>
            {sessionLabel(session)}
          </h2>
          <p class="hint">
            {placeName(session.place, w.online)} · {id}
            {session.programme === null ? "" : ` · ${session.programme}`}
          </p>
        </div>
        <button
          type="button"
          class="plain"
          onClick={() => {
            selected.value = null;
            const chips = document.querySelectorAll<HTMLElement>(".timeline .chip");
            // Back to where she came from, as far as that is in sight.
            ([...chips].find((chip) => chip.dataset.session === id) ?? document.getElementById("main"))?.focus();
          }}
        >
          {w.close}
        </button>
      </header>
      {assignment === null && why !== undefined && (
        <ul class="reasons">
          {why.reasons.map(({ rule, text }, i) => (
            <li key={rule}>
              {i > 0 ? `${why.together ? w.both : w.either}: ` : ""}
              {w.rules[rule] ?? text}
            </li>
          ))}
        </ul>
      )}
      {broken.map((one) => (
        <p key={one.rule + one.text} class={standing.value.broken.includes(one) ? "bad" : "changed"}>
          {brokenText(one)}
        </p>
      ))}
      <Needs session={session} now={now} />
      <Dates session={session} now={now} found={found} isAsked={isAsked} />
      <Seats session={session} now={now} />
      <Ranked session={session} now={now} found={found} isAsked={isAsked} />
    </>
  );
}

interface Need {
  readonly key: string;
  readonly what: string;
  readonly who: string;
}

/** What is asked for, and who in the team brings it as far as that may be told. */
function Needs({ session, now }: { readonly session: Session; readonly now: Plan }) {
  const w = words.value;
  const [cover, setCover] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const isStaffed = assignmentOf(now, session.id) !== null;
  useEffect(() => {
    let isOld = false;
    setCover(new Map());
    if (isStaffed && verdict.value?.feasible === true && judged.value === now)
      void tried(async () => {
        const told = await askOf<Explained>("explanations", now, { session: session.id });
        const found = new Map<string, readonly string[]>();
        for (const { trainer, meets } of told.team)
          for (const { rule, need } of meets)
            found.set(`${rule} ${need}`, [...(found.get(`${rule} ${need}`) ?? []), trainerName(trainer)]);
        if (!isOld) setCover(found);
      });
    return () => {
      isOld = true;
    };
  }, [now, session.id, verdict.value]);
  const needs: readonly Need[] = [
    ...(session.themes ?? []).map(({ id, level, who }, i) => ({
      key: `theme ${i}`,
      what: `${label("theme", id)}, ${w.level(level)}`,
      who: w.who[who],
    })),
    ...(session.languages ?? []).map(({ id, who }, i) => ({
      key: `language ${i}`,
      what: label("language", id),
      who: w.who[who],
    })),
    ...(session.traits ?? []).map(({ id, who }, i) => ({
      key: `trait ${i}`,
      what: label("trait", id),
      who: w.who[who],
    })),
    ...(session.communities ?? []).map(({ backgrounds, required }, i) => ({
      key: `community ${i}`,
      what: backgrounds.map((tag) => label("background", tag)).join(" + "),
      who: required === null ? w.wish : w.who[required],
    })),
  ];
  if (needs.length === 0) return null;
  return (
    <section>
      <h3>{w.needs}</h3>
      <ul class="needs">
        {needs.map(({ key, what, who }) => (
          <li key={key}>
            <b>{what}</b>
            <small>
              {who}
              {cover.has(key) ? ` · ${w.coveredBy((cover.get(key) ?? []).join(", "))}` : ""}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface Explained {
  readonly team: readonly {
    readonly trainer: string;
    readonly meets: readonly { readonly rule: string; readonly need: number }[];
  }[];
}
