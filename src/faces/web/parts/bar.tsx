/** Which season and plan are open, how the plan stands, undo, redo and save. */
import { useState } from "preact/hooks";
import { percent, whole } from "../format.js";
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
  season,
  seasons,
  tried,
  undo,
  verdict,
  words,
} from "../state.js";

export function Bar() {
  const w = words.value;
  if (season.value === null) return null;
  return (
    <section class="bar" aria-label={w.plan}>
      <label>
        {w.season}
        <select
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
      <label>
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
      <div class="stands">
        <Standing />
        {changed.value.length > 0 && <span class="unsaved">{w.unsaved(changed.value.length)}</span>}
      </div>
      <button type="button" disabled={!canUndo.value} onClick={undo}>
        {w.undo}
      </button>
      <button type="button" disabled={!canRedo.value} onClick={redo}>
        {w.redo}
      </button>
      <Save />
    </section>
  );
}

/** How the shown plan stands, in words first. */
function Standing() {
  const w = words.value;
  const told = verdict.value;
  if (told === null || plan.value === null) return <span class="standing">{w.loading}</span>;
  const bound = plan.value.bound ?? plans.value.find(({ id }) => id === planId.value)?.bound ?? null;
  const gap = bound === null || changed.value.length > 0 ? null : (told.total - bound) / Math.max(1, told.total);
  return (
    <span class="standing" role="status">
      <b>{w.staffed(told.staffed, told.sessions)}</b> · {w.cost} {whole(told.total, lang.value)} ·{" "}
      {told.feasible ? (
        gap === null ? (
          w.sound
        ) : (
          w.better(percent(gap, lang.value))
        )
      ) : (
        <strong class="bad">{w.breaks(told.violations.length)}</strong>
      )}
    </span>
  );
}

function Save() {
  const w = words.value;
  const [name, setName] = useState("");
  const count = changed.value.length;
  const as = name.trim() === "" ? planId.value : name.trim();
  return (
    <form
      class="save"
      onSubmit={(event) => {
        event.preventDefault();
        if (as !== null) void tried(() => save(as)).then(() => setName(""));
      }}
    >
      <label>
        {w.saveAs}
        <input
          size={12}
          placeholder={planId.value ?? w.name}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <button
        type="submit"
        class="main"
        disabled={
          as === null || verdict.value?.feasible !== true || (count === 0 && (name === "" || as === planId.value))
        }
      >
        {w.save}
      </button>
    </form>
  );
}
