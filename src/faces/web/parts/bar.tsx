/** Which season and plan are open, how the plan stands, undo, redo and save. */
import { useState } from "preact/hooks";
import { percentAtMost, period, whole } from "../format.js";
import { isInSeason } from "../programme-state.js";
import { gapOf } from "../standing.js";
import {
  canRedo,
  canUndo,
  changed,
  lang,
  mayDrop,
  openPlan,
  openSeason,
  plan,
  planId,
  plans,
  redo,
  save,
  screen,
  season,
  seasons,
  standing,
  tried,
  undo,
  verdict,
  words,
} from "../state.js";
import { BodyForm } from "./faulty.js";
import { Fold } from "./fold.js";

export function Bar() {
  const w = words.value;
  if (season.value === null) return null;
  const { id: now, from, to } = season.value;
  const isPublished = seasons.value.some(({ id, published }) => id === now && published !== null);
  // A programme of others is not what this season is about; only what would be lost is told beside it.
  if (screen.value === "programmes" && !isInSeason.value)
    return changed.value.length === 0 ? null : (
      <section class="bar" aria-label={w.plan}>
        <span>
          {now}: <span class="unsaved">{w.unsaved(changed.value.length)}</span>
        </span>
      </section>
    );
  const about = `${period(from, to, lang.value)}${isPublished ? `, ${w.published}` : ""}`;
  return (
    <section class="bar" aria-label={w.plan}>
      <div class="stands">
        <Standing />
        {changed.value.length > 0 && <span class="unsaved">{w.unsaved(changed.value.length)}</span>}
      </div>
      <Fold id="bar-more" name={w.plan} until={screen.value}>
        <label class="which">
          <span>
            {w.season} <small>{about}</small>
          </span>
          <select
            title={about}
            value={season.value.id}
            onChange={(event) => {
              const to = event.currentTarget.value;
              if (mayDrop()) void tried(() => openSeason(to));
              else event.currentTarget.value = season.value?.id ?? "";
            }}
          >
            {seasons.value.map(({ id }) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        </label>
        <label class="which">
          {w.plan}
          <select
            value={planId.value ?? ""}
            onChange={(event) => {
              const to = event.currentTarget.value;
              if (mayDrop()) void tried(() => openPlan(to));
              else event.currentTarget.value = planId.value ?? "";
            }}
          >
            {planId.value === null && <option value="">{w.noPlan}</option>}
            {plans.value.map(({ id, published, changedSince }) => (
              <option key={id} value={id}>
                {id}
                {published ? ` (${changedSince ? w.changedSince : w.published})` : ""}
              </option>
            ))}
          </select>
        </label>
        <div class="undoing">
          <button type="button" disabled={!canUndo.value} onClick={undo}>
            {w.undo}
          </button>
          <button type="button" disabled={!canRedo.value} onClick={redo}>
            {w.redo}
          </button>
        </div>
        <Save />
      </Fold>
    </section>
  );
}

/** How the shown plan stands, in words first. */
function Standing() {
  const w = words.value;
  const told = verdict.value;
  if (told === null || plan.value === null) return <span class="standing">{w.loading}</span>;
  const bound = plan.value.bound ?? plans.value.find(({ id }) => id === planId.value)?.bound ?? null;
  const { broken, open } = standing.value;
  const gap = bound === null || changed.value.length > 0 ? null : gapOf(told.total, bound);
  return (
    <span class="standing" role="status">
      <b>{w.staffed(told.staffed - open.size, told.sessions)}</b> · {w.cost} {whole(told.total, lang.value)} ·{" "}
      {told.feasible &&
        (gap === null ? w.sound : gap === 0 ? w.cannotBetter : w.better(percentAtMost(gap, lang.value)))}
      {broken.length > 0 && <strong class="bad">{w.breaks(broken.length)}</strong>}
      {broken.length > 0 && open.size > 0 && " · "}
      {open.size > 0 && <strong class="warm">{w.withEmptySeat(open.size)}</strong>}
    </span>
  );
}

/** Why the plan cannot be kept as it stands; null: it can. @param as the name to keep it under */
function hindrance(as: string | null): string | null {
  const { saveWhy } = words.value;
  const { broken, openSeats } = standing.value;
  if (verdict.value === null) return saveWhy.looking;
  if (broken.length > 0) return saveWhy.rules;
  if (openSeats > 0) return saveWhy.seats;
  if (as === null) return saveWhy.name;
  return changed.value.length === 0 && as === planId.value ? saveWhy.nothing : null;
}

function Save() {
  const w = words.value;
  const [name, setName] = useState("");
  const as = name.trim() === "" ? planId.value : name.trim();
  const why = hindrance(as);
  return (
    <BodyForm
      class="save"
      send={async () => {
        if (as === null || why !== null) return;
        await save(as);
        setName("");
      }}
    >
      <label for="save-as">{w.saveAs}</label>
      <small id="save-why" role="status" class={verdict.value?.feasible === false ? "stops" : ""}>
        {why}
      </small>
      <input
        id="save-as"
        size={12}
        placeholder={planId.value ?? w.name}
        value={name}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      {/* Not disabled outright: whoever comes to it by the keyboard hears why. */}
      <button type="submit" class="main" aria-disabled={why !== null} aria-describedby="save-why">
        {w.save}
      </button>
    </BodyForm>
  );
}
