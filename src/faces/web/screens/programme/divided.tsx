/** The groups of an item: when and where each is, its places left, and who waits. */
import { shortDay } from "../../format.js";
import { label } from "../../names.js";
import { Scroll } from "../../parts/scroll.js";
import { busy } from "../../programme-state.js";
import type { IntakeRow, Outline } from "../../programme-types.js";
import { lang, words } from "../../state.js";

interface DividedProps {
  readonly outline: Outline;
  /** how often its item is in the chosen programme; null: none is chosen yet */
  readonly times: number | null;
  readonly codes: IntakeRow | null;
  readonly leaveOut: () => void;
}

/** The groups of an item. */
export function Divided({ outline, times, codes, leaveOut }: DividedProps) {
  const p = words.value.dossier;
  const isTooMany = times !== null && outline.groups.length > times;
  return (
    <>
      <div class="title">
        <h3>{label("item", outline.item)}</h3>
        <button
          type="button"
          disabled={busy.value}
          aria-label={`${p.ungroup}: ${label("item", outline.item)}`}
          onClick={leaveOut}
        >
          {p.ungroup}
        </button>
      </div>
      {isTooMany && (
        <p class="changed">{times === 0 ? p.groupsOfNone : p.groupsTooMany(outline.groups.length, times)}</p>
      )}
      <div class="groups">
        {outline.groups.map((one) => (
          <article key={one.id} class="group" aria-label={p.group(one.id)}>
            <h4>{p.group(one.id)}</h4>
            <p>
              {shortDay(one.date, lang.value)}
              {one.place !== null && ` · ${label("municipality", one.place)}`} · {label("language", one.language)}
              {one.womenOnly && ` · ${p.womenOnly}`}
            </p>
            <p class="places" role="img" aria-label={`${one.people} + ${one.placesLeft}`}>
              {Array.from({ length: one.people + one.placesLeft }, (_, i) => (
                <i key={`${i}`} class={i < one.people ? "taken" : ""} />
              ))}
            </p>
            <p>
              <b>{one.placesLeft === 0 ? p.full : p.placesLeft(one.placesLeft)}</b>
              {one.lacks > 0 && <small class="warn"> · {p.lacks(one.lacks, outline.atLeast ?? 0)}</small>}
              <br />
              <small>
                {one.formal === null || one.informal === null
                  ? p.untoldMix
                  : p.mix(String(one.formal), String(one.informal))}
              </small>
            </p>
            {codes !== null && <p class="codes">{codes.groups.find(({ id }) => id === one.id)?.members.join(", ")}</p>}
          </article>
        ))}
      </div>
      <p>
        {p.waiting(outline.waiting)} {outline.proven && <span class="hint">{p.provenGroups}</span>}
      </p>
      {outline.closed.map(({ date, place, why }) => (
        <p key={`${date} ${place}`} class="hint">
          {p.closedOn(
            shortDay(date, lang.value),
            place === null ? null : label("municipality", place),
            p.closings[why] ?? why,
          )}
        </p>
      ))}
      {codes !== null && codes.waiting.length > 0 && (
        <Scroll name={p.waitingList}>
          <b>{p.waitingList}:</b> {codes.reasons.length === 0 && codes.waiting.join(", ")}
          <ul class="plainlist">
            {codes.reasons.map((one) => (
              <li key={one.code}>
                {one.code}: {p.because(limitsText(one.because), one.because.length === 1)}
                {one.ways.map(({ group, without }) => (
                  <small key={`${group} ${without}`}> · {p.way(limitsText(without), group)}</small>
                ))}
                {one.closed !== undefined && (
                  <small> · {p.closedHers(one.closed.map((day) => shortDay(day, lang.value)).join(", "))}</small>
                )}
              </li>
            ))}
          </ul>
        </Scroll>
      )}
    </>
  );
}

/** What keeps somebody out, as words. */
function limitsText(limits: readonly string[]): string {
  const p = words.value.dossier;
  const names = limits.map((limit) => p.limits[limit] ?? limit);
  return new Intl.ListFormat(lang.value, { type: "conjunction" }).format(names);
}
