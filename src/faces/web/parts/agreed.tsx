/** What a trainer consents to and wishes, as she told her coordinator. */
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { words } from "../state.js";
import type { Wishes } from "../types.js";
import { KeepButtons } from "./keep-buttons.js";

interface Her {
  readonly her: Kept;
}

export function ConsentForm({ her }: Her) {
  const p = words.value.person;
  const consents = shownOf(her, "consents");
  const set = (purpose: string, field: string, isOn: boolean): void => {
    const others = (consents[purpose] ?? []).filter((one) => one !== field);
    const fields = isOn ? [...others, field] : others;
    // In one order, so that what is ticked and ticked off again is as it was.
    const order = Object.keys(p.fields);
    const sorted = [...fields].sort((a, b) => order.indexOf(a) - order.indexOf(b));
    changeHer(her, "consents", { ...consents, [purpose]: sorted });
  };
  return (
    <section>
      <h2>{p.consents}</h2>
      <p class="hint">{p.consentsHelp}</p>
      <table class="consents">
        <thead>
          <tr>
            <td />
            {Object.entries(p.purposes).map(([purpose, name]) => (
              <th key={purpose} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Object.entries(p.fields).map(([field, name]) => (
            <tr key={field}>
              <th scope="row">{name}</th>
              {Object.entries(p.purposes).map(([purpose, why]) => (
                <td key={purpose}>
                  <input
                    type="checkbox"
                    aria-label={`${name}: ${why}`}
                    checked={consents[purpose]?.includes(field) === true}
                    onChange={(event) => set(purpose, field, event.currentTarget.checked)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <KeepButtons her={her} what="consents" />
    </section>
  );
}

export function WishesForm({ her }: Her) {
  const p = words.value.person;
  const wishes = shownOf(her, "wishes");
  const set = (more: Partial<Wishes>): void => changeHer(her, "wishes", { ...wishes, ...more });
  return (
    <section>
      <h2>{p.wishes}</h2>
      {(["mayBeNamed", "mayBePhotographed"] as const).map((name) => (
        <label key={name} class="inline tick">
          <input
            type="checkbox"
            checked={wishes[name]}
            onChange={(event) => set({ [name]: event.currentTarget.checked })}
          />
          {p[name]}
        </label>
      ))}
      <label class="wide">
        {p.limits}
        <textarea
          rows={2}
          value={wishes.limits ?? ""}
          onInput={(event) => {
            const text = event.currentTarget.value;
            set({ limits: text.trim() === "" ? null : text });
          }}
        />
      </label>
      <KeepButtons her={her} what="wishes" />
    </section>
  );
}
