/** The choice: three alternatives side by side, what each leaves unmet and why; items fixed or left out, and asked again. */
import { useState } from "preact/hooks";
import { euros, whole } from "../../format.js";
import { label } from "../../names.js";
import {
  busy,
  chooseKind,
  chosenKind,
  dossier,
  hasPaper,
  hasWishes,
  isWantedOther,
  take,
  type Wanted,
  want,
  wanted as wantedNow,
} from "../../programme-state.js";
import type { Alternative, Chosen, Impossible, Must, Order, Wish } from "../../programme-types.js";
import { hasTold } from "../../scan-told.js";
import { labels, lang, tried, words } from "../../state.js";
import { Wishes } from "./wishes.js";

export function ChoiceStep() {
  const p = words.value.dossier;
  const { order, choice } = dossier.value?.papers ?? {};
  const [refused, setRefused] = useState<Refusal | null>(null);
  if (order === undefined) return <Hint text={p.orderFirst} />;
  if (!hasPaper("answers")) return <Hint text={p.scanFirst} />;
  const isChanged = isWantedOther.value;
  const wanted = wantedNow.value;
  const isRefused = refused !== null && refused.impossible.length > 0 && refused.wanted === wanted && isChanged;
  const hint = hasWishes.value ? p.wishesHold : p.wishHelp;
  const choose = (): Promise<void> =>
    tried(async () => {
      const told = await take<Chosen>("choice", { must: wanted.must, mustNot: wanted.mustNot });
      setRefused({ wanted, impossible: told.impossible });
    });
  const fix = (item: string, times: number): void => {
    const must: Must = { item, times, theme: null };
    want({
      must: [...wanted.must.filter((one) => one.item !== item), must],
      mustNot: wanted.mustNot.filter((one) => one !== item),
    });
  };
  const forbid = (item: string): void =>
    want({
      must: wanted.must.filter((one) => one.item !== item),
      mustNot: [...wanted.mustNot.filter((one) => one !== item), item],
    });
  return (
    <>
      <section class="card wide">
        <div class="title">
          <h2>{p.steps.choice}</h2>
          <button type="button" class="main" disabled={busy.value} onClick={() => void choose()}>
            {choice === undefined ? p.choose : p.chooseAgain}
          </button>
        </div>
        <p role="status" class={isChanged && !busy.value ? "changed" : "hint"}>
          {busy.value
            ? p.choosing
            : isRefused
              ? p.wishesRefused
              : isChanged && choice !== undefined
                ? p.wishChanged
                : hint}
        </p>
        <Wishes wanted={wanted} set={want} />
        {together(refused?.impossible ?? []).map(({ kinds, conflict }) => (
          <Conflict key={kinds.join()} kinds={kinds} conflict={conflict} />
        ))}
      </section>
      {choice !== undefined && (
        <div class="alternatives">
          {choice.alternatives.map((one) => (
            <Option key={one.kind} one={one} order={order} wanted={wanted} fix={fix} forbid={forbid} />
          ))}
        </div>
      )}
    </>
  );
}

const Hint = ({ text }: { readonly text: string }) => (
  <section class="card wide">
    <p>{text}</p>
  </section>
);

/** Wishes that were asked for, and which kinds of programme they stand in the way of. */
interface Refusal {
  readonly wanted: Wanted;
  readonly impossible: readonly Impossible[];
}

interface OptionProps {
  readonly one: Alternative;
  readonly order: Order;
  readonly wanted: Wanted;
  readonly fix: (item: string, times: number) => void;
  readonly forbid: (item: string) => void;
}

/** How many of what is left unmet are shown before the rest is asked for. */
const FIRST_UNMET = 5;

function Option({ one, order, wanted, fix, forbid }: OptionProps) {
  const p = words.value.dossier;
  const [all, setAll] = useState(false);
  const isTaken = chosenKind.value === one.kind;
  const needs = dossier.value?.papers.needs;
  const isTold = needs === undefined || hasTold(needs);
  const price = (n: number): string => euros(n, lang.value);
  const name = label("alternative", one.kind);
  return (
    <article class={isTaken ? "card option taken" : "card option"} aria-label={name}>
      <h3>{name}</h3>
      {isTold ? (
        <p class="met">
          <b>{p.met(one.metPercent)}</b>
          <span class="meter" aria-hidden="true">
            <i style={{ width: `${one.metPercent}%` }} />
          </span>
        </p>
      ) : (
        <p>{p.metUntold}</p>
      )}
      <p>
        {p.feeOf(price(one.fee), price(order.budget))}
        <br />
        <small>{one.proven ? p.proven : isTold && p.unproven(one.metPercent, one.boundPercent)}</small>
      </p>
      <ul class="plainlist items">
        {one.items.map(({ item, times, fee, themes }) => {
          const what = label("item", item);
          return (
            <li key={item}>
              <div>
                <b>
                  {times} × {what}
                </b>
                <small>
                  {fee === 0 ? p.module : price(fee)}
                  {themes.length > 0 && ` · ${themes.map(({ id }) => label("theme", id)).join(", ")}`}
                </small>
              </div>
              <span class="pick">
                <button
                  type="button"
                  aria-label={p.fix(what)}
                  aria-pressed={wanted.must.some((must) => must.item === item)}
                  onClick={() => fix(item, times)}
                >
                  {p.fixShort}
                </button>
                <button
                  type="button"
                  aria-label={p.forbid(what)}
                  aria-pressed={wanted.mustNot.includes(item)}
                  onClick={() => forbid(item)}
                >
                  {p.forbidShort}
                </button>
              </span>
            </li>
          );
        })}
      </ul>
      <h4>{one.unmet.length === 0 ? p.nothingUnmet : p.unmet}</h4>
      <ul class="plainlist unmet">
        {alike(all ? one.unmet : one.unmet.slice(0, FIRST_UNMET)).map(({ of, people, why }) => (
          <li key={`${people} ${why}`}>
            {of.map(({ theme, level }) => (
              <div key={theme + level}>
                {label("theme", theme)} · {p[level]}
              </div>
            ))}
            <small>
              {people === null ? p.untoldPeople : p.people(whole(people, lang.value))}: {p.why[why] ?? why}
            </small>
          </li>
        ))}
      </ul>
      {!all && one.unmet.length > FIRST_UNMET && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {p.unmetAll(one.unmet.length)}
        </button>
      )}
      <button
        type="button"
        class={isTaken ? "take" : "take main"}
        aria-pressed={isTaken}
        onClick={() => chooseKind(one.kind)}
      >
        {isTaken ? `✓ ${p.taken}` : p.take}
      </button>
    </article>
  );
}

type Unmet = Alternative["unmet"][number];
interface Alike extends Pick<Unmet, "people" | "why"> {
  readonly of: readonly Unmet[];
}

/** What is left unmet of as many people, for one reason: that is told once. */
function alike(unmet: readonly Unmet[]): readonly Alike[] {
  const found = new Map<string, Alike>();
  for (const one of unmet) {
    const key = `${one.people} ${one.why}`;
    found.set(key, { people: one.people, why: one.why, of: [...(found.get(key)?.of ?? []), one] });
  }
  return [...found.values()];
}

interface Refused {
  readonly kinds: readonly string[];
  readonly conflict: Impossible["conflict"];
}

/** Kinds that the same wishes stand in the way of are told once. */
function together(impossible: readonly Impossible[]): readonly Refused[] {
  const found = new Map<string, Refused>();
  for (const { kind: of, conflict } of impossible) {
    const key = JSON.stringify(conflict);
    found.set(key, { kinds: [...(found.get(key)?.kinds ?? []), of], conflict });
  }
  return [...found.values()];
}

function Conflict({ kinds, conflict }: Refused) {
  const p = words.value.dossier;
  return (
    <div class="conflict" role="alert">
      <p>
        <b>{kinds.map((one) => label("alternative", one)).join(", ")}</b>: {p.impossible(conflict.length === 1)}
      </p>
      <ul>
        {conflict.map((wish) => (
          <li key={JSON.stringify(wish)}>{inWords(wish)}</li>
        ))}
      </ul>
    </div>
  );
}

function inWords(wish: Wish): string {
  const { wish: say, kinds, on } = words.value.dossier;
  const item = (code: string): string => label("item", code);
  const price = (n: number): string => euros(n, lang.value);
  switch (wish.wish) {
    case "must":
      return say.must(wish.times, item(wish.item), wish.theme === null ? "" : on(label("theme", wish.theme)));
    case "must-not":
      return say.mustNot(
        labels.value?.item.some(({ code }) => code === wish.what) ? item(wish.what) : (kinds[wish.what] ?? wish.what),
      );
    case "one-of":
      return say.oneOf(wish.items.map(item).join(", "));
    case "budget":
      return say.budget(price(wish.euros), price(wish.needed));
    case "period":
      return say.period(wish.sessions, wish.needed);
    case "participants":
      return say.participants(wish.people, wish.needed);
  }
}
