/** What a trainer consents to and wishes, as she told her coordinator. */
import type { Kept } from "../her.js";
import { changeHer, shownOf } from "../her-state.js";
import { words } from "../state.js";
import type { Wishes } from "../types.js";
import { Fault, FaultyPart, Field, useAria } from "./faulty.js";
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
      <FaultyPart her={her} what="consents">
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
                    <Consent
                      purpose={purpose}
                      name={`${name}: ${why}`}
                      isOn={consents[purpose]?.includes(field) === true}
                      set={(isOn) => set(purpose, field, isOn)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {Object.keys(p.purposes).map((purpose) => (
          <Fault key={purpose} at={`/${purpose}`} />
        ))}
        <KeepButtons her={her} what="consents" />
      </FaultyPart>
    </section>
  );
}

interface ConsentProps {
  readonly purpose: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly set: (isOn: boolean) => void;
}

function Consent({ purpose, name, isOn, set }: ConsentProps) {
  const aria = useAria(`/${purpose}`);
  return (
    <input
      type="checkbox"
      aria-label={name}
      checked={isOn}
      {...aria}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

export function WishesForm({ her }: Her) {
  const p = words.value.person;
  const wishes = shownOf(her, "wishes");
  const set = (more: Partial<Wishes>): void => changeHer(her, "wishes", { ...wishes, ...more });
  return (
    <section>
      <FaultyPart her={her} what="wishes">
        <h2>{p.wishes}</h2>
        {(["mayBeNamed", "mayBePhotographed"] as const).map((name) => (
          <Wish key={name} at={`/${name}`} name={p[name]} isOn={wishes[name]} set={(isOn) => set({ [name]: isOn })} />
        ))}
        <Field name={p.limits} at="/limits">
          {(aria) => (
            <textarea
              rows={2}
              value={wishes.limits ?? ""}
              {...aria}
              onInput={(event) => {
                const text = event.currentTarget.value;
                set({ limits: text.trim() === "" ? null : text });
              }}
            />
          )}
        </Field>
        <KeepButtons her={her} what="wishes" />
      </FaultyPart>
    </section>
  );
}

interface WishProps extends Omit<ConsentProps, "purpose"> {
  readonly at: string;
}

function Wish({ at, name, isOn, set }: WishProps) {
  const aria = useAria(at);
  return (
    <>
      <label class="inline tick">
        <input type="checkbox" checked={isOn} {...aria} onChange={(event) => set(event.currentTarget.checked)} />
        {name}
      </label>
      <Fault at={at} />
    </>
  );
}
