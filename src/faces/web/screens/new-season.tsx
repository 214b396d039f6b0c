/** A season made of what the pool has: the first, or one more beside those that there are. */
import { useState } from "preact/hooks";
import { makeSeason } from "../again.js";
import { seasons, tell, tried, words } from "../state.js";

/** @param leave back to the season that is open; null: there is none yet */
export function NewSeason({ leave }: { readonly leave: (() => void) | null }) {
  const w = words.value;
  const [id, setId] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const isTaken = seasons.value.some((one) => one.id === id.trim());
  const make = (): Promise<void> =>
    tried(async () => {
      const name = id.trim();
      tell("good", w.seasonMade(name, await makeSeason({ id: name, from, to })));
      leave?.();
    });
  return (
    <section class="card">
      <h1>{w.newSeason}</h1>
      <p>{leave === null ? w.noSeason : w.besides}</p>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isTaken) void make();
        }}
      >
        <label>
          {w.name}
          <input
            required
            value={id}
            aria-invalid={isTaken}
            aria-describedby={isTaken ? "taken" : undefined}
            onInput={(event) => setId(event.currentTarget.value)}
          />
        </label>
        {isTaken && (
          <p id="taken" class="bad" role="alert">
            {w.seasonTaken}
          </p>
        )}
        <label>
          {w.from}
          <input type="date" required value={from} onInput={(event) => setFrom(event.currentTarget.value)} />
        </label>
        <label>
          {w.to}
          <input type="date" required min={from} value={to} onInput={(event) => setTo(event.currentTarget.value)} />
        </label>
        <button type="submit" class="main">
          {w.make}
        </button>
        {leave !== null && (
          <button type="button" onClick={leave}>
            {w.cancel}
          </button>
        )}
      </form>
    </section>
  );
}
