/** A season made of what the pool has: the first, or one more beside those that there are. */
import { useState } from "preact/hooks";
import { makeSeason } from "../again.js";
import { DayField } from "../parts/day-field.js";
import { BodyForm, Field } from "../parts/faulty.js";
import { seasons, tell, words } from "../state.js";

/** @param leave back to the season that is open; null: there is none yet */
export function NewSeason({ leave }: { readonly leave: (() => void) | null }) {
  const w = words.value;
  const [id, setId] = useState("");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const isTaken = seasons.value.some((one) => one.id === id.trim());
  const make = async (): Promise<void> => {
    if (isTaken) return;
    const name = id.trim();
    tell("good", w.seasonMade(name, await makeSeason({ id: name, from, to })));
    leave?.();
  };
  return (
    <section class="card">
      <h1>{w.newSeason}</h1>
      <p>{leave === null ? w.noSeason : w.besides}</p>
      <BodyForm class="stack" send={make}>
        <Field name={w.name} at="/id">
          {(aria) => (
            <input
              required
              maxLength={200}
              value={id}
              {...(isTaken ? { "aria-invalid": true, "aria-describedby": "taken" } : aria)}
              onInput={(event) => setId(event.currentTarget.value)}
            />
          )}
        </Field>
        {isTaken && (
          <p id="taken" class="bad" role="alert">
            {w.seasonTaken}
          </p>
        )}
        <DayField name={w.from} at="/from" value={from} set={setFrom} />
        <DayField name={w.to} at="/to" value={to} set={setTo} min={from} />
        <div class="inline">
          <button type="submit" class="main">
            {w.make}
          </button>
          {leave !== null && (
            <button type="button" onClick={leave}>
              {w.cancel}
            </button>
          )}
        </div>
      </BodyForm>
    </section>
  );
}
