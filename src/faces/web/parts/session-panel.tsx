/** One session: what is asked for beside who brings it, its team by seats, its dates, and ranked suggestions. */
import { useEffect, useRef, useState } from "preact/hooks";
import { post } from "../api.js";
import { assignmentOf, withAssignment } from "../edits.js";
import { hours, shortDay } from "../format.js";
import { label, placeName, trainerName } from "../names.js";
import { change, judged, lang, overview, plan, season, selected, tried, verdict, words } from "../state.js";
import type { Plan, Session, Slot } from "../types.js";
import { Ranked } from "./ranked.js";
import { Seats } from "./seats.js";

export function SessionPanel({ id }: { readonly id: string }) {
  const w = words.value;
  const session = season.value?.sessions.find((one) => one.id === id);
  const now = plan.value;
  if (session === undefined || now === null) return null;
  const assignment = assignmentOf(now, id);
  const broken = verdict.value?.violations.filter(({ where }) => where === id) ?? [];
  const why = overview.value?.open.find((one) => one.session === id);
  const head = useRef<HTMLHeadingElement>(null);
  // Whoever opens it by the keyboard, or on a phone, is taken to it.
  useEffect(() => {
    head.current?.focus({ preventScroll: true });
    head.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <>
      <header class="panelhead">
        <div>
          <h2 ref={head} tabIndex={-1}>
            {label("activity", session.activity)}
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
      {broken.map(({ rule, text }) => (
        <p key={rule + text} class="bad">
          {w.hers[rule] ?? w.rules[rule] ?? text}
        </p>
      ))}
      <Needs session={session} now={now} />
      <Dates session={session} now={now} slot={assignment?.slot ?? null} />
      <Seats session={session} now={now} />
      <Ranked session={session} now={now} />
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
        const told = await post<Explained>("explanations", { season: now.season, plan: now, session: session.id });
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

const dateText = (slot: Slot, of: "nl" | "en"): string =>
  slot.map(([start, end]) => `${shortDay(start, of)} ${hours(start, end)}`).join(" + ");

function Dates({
  session,
  now,
  slot,
}: {
  readonly session: Session;
  readonly now: Plan;
  readonly slot: number | null;
}) {
  const w = words.value;
  if (slot === null || session.slots.length < 2) return <p>{dateText(session.slots[slot ?? 0] ?? [], lang.value)}</p>;
  return (
    <label class="wide">
      {w.date}
      <select
        value={String(slot)}
        onChange={(event) => {
          const assignment = assignmentOf(now, session.id);
          const to = Number(event.currentTarget.value);
          if (assignment !== null) change(withAssignment(now, session.id, { ...assignment, slot: to }));
        }}
      >
        {session.slots.map((one, i) => (
          <option key={dateText(one, lang.value)} value={String(i)}>
            {dateText(one, lang.value)}
          </option>
        ))}
      </select>
    </label>
  );
}
