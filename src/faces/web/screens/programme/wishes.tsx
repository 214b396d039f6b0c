/** What must and must not be in a programme: a row for each item of the menu. */
import { label } from "../../names.js";
import { NumberInput } from "../../parts/number-field.js";
import type { Wanted } from "../../programme-state.js";
import type { Order } from "../../programme-types.js";
import { labels, lang, words } from "../../state.js";

interface WishesProps {
  readonly wanted: Wanted;
  readonly set: (wanted: Wanted) => void;
}

export function Wishes({ wanted, set }: WishesProps) {
  const p = words.value.dossier;
  const count = wanted.must.length + wanted.mustNot.length;
  return (
    <details class="wishes">
      <summary>
        {p.wishes}
        {count > 0 && <span class="badge">{count}</span>}
      </summary>
      <div class="wishlist">
        {(labels.value?.item ?? []).map(({ code }) => (
          <Row key={code} item={code} wanted={wanted} set={set} />
        ))}
      </div>
    </details>
  );
}

function Row({ item, wanted, set }: WishesProps & { readonly item: string }) {
  const p = words.value.dossier;
  const name = label("item", item);
  const must = wanted.must.find((one) => one.item === item);
  const state = must !== undefined ? "must" : wanted.mustNot.includes(item) ? "not" : "may";
  const others: Wanted = {
    must: wanted.must.filter((one) => one.item !== item),
    mustNot: wanted.mustNot.filter((one) => one !== item),
  };
  const change = (to: string): void => {
    if (to === "must") set({ ...others, must: [...others.must, { item, times: 1, theme: null }] });
    else if (to === "not") set({ ...others, mustNot: [...others.mustNot, item] });
    else set(others);
  };
  const edit = (more: Partial<Order["must"][number]>): void =>
    set({ ...wanted, must: wanted.must.map((one) => (one === must ? { ...one, ...more } : one)) });
  return (
    <div class="wishrow">
      <span>{name}</span>
      <select aria-label={p.wishOf(name)} value={state} onChange={(event) => change(event.currentTarget.value)}>
        <option value="may">{p.may}</option>
        <option value="must">{p.must}</option>
        <option value="not">{p.not}</option>
      </select>
      {must !== undefined && (
        <>
          <NumberInput
            min={1}
            max={100}
            aria-label={`${name}: ${p.times}`}
            value={must.times}
            set={(times) => edit({ times: Math.max(1, Math.round(times)) })}
          />
          <select
            aria-label={`${name}: ${p.theme}`}
            value={must.theme ?? ""}
            onChange={(event) => edit({ theme: event.currentTarget.value || null })}
          >
            <option value="">{p.anyTheme}</option>
            {(labels.value?.theme ?? []).map((theme) => (
              <option key={theme.code} value={theme.code}>
                {theme[lang.value]}
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  );
}
