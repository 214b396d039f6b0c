/** The order: for whom, how many, how much, when; and papers that are there as files already. */
import { useState } from "preact/hooks";
import { label } from "../../names.js";
import { dossier, keep, step } from "../../programme-state.js";
import type { Order, Site } from "../../programme-types.js";
import { labels, lang, tell, tried, words } from "../../state.js";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const OFFICE = ["mon", "tue", "wed", "thu", "fri"].map((day) => ({ day, from: "08:30", to: "17:30" }));
const NEW_SITE: Site = { place: "", participants: 40, opening: OFFICE };
const DAY = 86_400_000;
const dayFrom = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const fresh = (): Order => ({
  format: "koppel-order/1",
  id: "",
  client: { name: "", sites: [NEW_SITE], audience: [] },
  budget: 10_000,
  ratePerHour: 85,
  from: dayFrom(60),
  to: dayFrom(200),
  sessionsPerWeek: 1,
  must: [],
  mustNot: [],
  actor: true,
});

export function OrderStep({ isNew, onKept }: { readonly isNew: boolean; readonly onKept?: () => void }) {
  const w = words.value;
  const p = w.dossier;
  const known = isNew ? undefined : dossier.value?.papers.order;
  const [order, setOrder] = useState<Order>(known ?? { ...fresh(), id: isNew ? "" : (dossier.value?.id ?? "") });
  // Of what stands then: two fields may change before the page is drawn anew.
  const set = (more: Partial<Order>): void => setOrder((now) => ({ ...now, ...more }));
  const setClient = (change: (client: Order["client"]) => Partial<Order["client"]>): void =>
    setOrder((now) => ({ ...now, client: { ...now.client, ...change(now.client) } }));
  const setSite = (at: number, more: Partial<Site>): void =>
    setClient(({ sites }) => ({ sites: sites.map((one, i) => (i === at ? { ...one, ...more } : one)) }));
  const numberField = (name: string, key: "budget" | "ratePerHour" | "sessionsPerWeek") => (
    <label>
      {name}
      <input
        type="number"
        min={1}
        required
        value={order[key]}
        onInput={(event) => set({ [key]: Number(event.currentTarget.value) })}
      />
    </label>
  );
  const save = (): Promise<void> =>
    tried(async () => {
      await keep(order.id, [{ paper: order }]);
      tell("good", p.kept);
      onKept?.();
      if (known === undefined) step.value = "scan";
    });
  return (
    <section class="card wide">
      <h2>{p.steps.order}</h2>
      {known === undefined && <p class="hint">{p.orderFirst}</p>}
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div class="fields">
          <label>
            {p.code}
            <input
              required
              pattern="[A-Za-z0-9_\-]+"
              maxLength={40}
              readOnly={!isNew}
              value={order.id}
              onInput={(event) => set({ id: event.currentTarget.value })}
            />
          </label>
          <label class="grow">
            {p.client}
            <input
              required
              value={order.client.name}
              onInput={(event) => {
                const name = event.currentTarget.value;
                setClient(() => ({ name }));
              }}
            />
          </label>
          {numberField(p.budget, "budget")}
          {numberField(p.rate, "ratePerHour")}
          {numberField(p.perWeek, "sessionsPerWeek")}
          <label>
            {w.from}
            <input
              type="date"
              required
              value={order.from}
              onChange={(event) => set({ from: event.currentTarget.value })}
            />
          </label>
          <label>
            {w.to}
            <input type="date" required value={order.to} onChange={(event) => set({ to: event.currentTarget.value })} />
          </label>
        </div>
        {order.client.sites.map((site, at) => (
          <SiteFields key={at} site={site} set={(more) => setSite(at, more)} />
        ))}
        <div class="inline">
          <button type="button" onClick={() => setClient(({ sites }) => ({ sites: [...sites, NEW_SITE] }))}>
            + {p.addSite}
          </button>
          <label class="inline">
            <input
              type="checkbox"
              checked={order.actor}
              onChange={(event) => set({ actor: event.currentTarget.checked })}
            />
            {p.actor}
          </label>
          <button type="submit" class="main">
            {p.save}
          </button>
        </div>
      </form>
      <Papers onKept={onKept} />
    </section>
  );
}

function SiteFields({ site, set }: { readonly site: Site; readonly set: (more: Partial<Site>) => void }) {
  const p = words.value.dossier;
  const municipalities = labels.value?.municipality ?? [];
  const hours = site.opening[0] ?? { from: "08:30", to: "17:30" };
  const toggle = (day: string, on: boolean): void => {
    const one = { day, from: hours.from, to: hours.to };
    const list = on ? [...site.opening, one] : site.opening.filter((open) => open.day !== day);
    set({ opening: WEEKDAYS.flatMap((name) => list.filter((open) => open.day === name)) });
  };
  return (
    <fieldset class="fields site">
      <legend>{site.place === "" ? p.municipality : label("municipality", site.place)}</legend>
      <label class="grow">
        {p.municipality}
        <select required value={site.place} onChange={(event) => set({ place: event.currentTarget.value })}>
          <option value="" />
          {municipalities.map((one) => (
            <option key={one.code} value={one.code}>
              {one[lang.value]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {p.participants}
        <input
          type="number"
          min={1}
          required
          value={site.participants}
          onInput={(event) => set({ participants: Number(event.currentTarget.value) })}
        />
      </label>
      <div class="opening">
        <span>{p.open}</span>
        {WEEKDAYS.map((day) => {
          const open = site.opening.find((one) => one.day === day);
          return (
            <label key={day} class="inline">
              <input
                type="checkbox"
                checked={open !== undefined}
                onChange={(event) => toggle(day, event.currentTarget.checked)}
              />
              <span>
                {p.weekdays[day]}
                {open !== undefined && <small> {`${open.from}–${open.to}`}</small>}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** Papers that are there as files already: each says itself what it is. */
function Papers({ onKept }: { readonly onKept: (() => void) | undefined }) {
  const w = words.value;
  const p = w.dossier;
  const [files, setFiles] = useState<readonly File[]>([]);
  const read = (): Promise<void> =>
    tried(async () => {
      const papers = await Promise.all(files.map(async (file) => ({ paper: parsed(await file.text()) })));
      const order = papers.map(({ paper }) => paper as Partial<Order>).find((one) => one.format === "koppel-order/1");
      await keep(order?.id ?? dossier.value?.id ?? "", papers);
      tell("good", p.kept);
      onKept?.();
    });
  return (
    <details class="papers">
      <summary>{p.papersHelp}</summary>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void read();
        }}
      >
        <label>
          {p.paperFiles}
          <input
            type="file"
            multiple
            accept=".json"
            onChange={(event) => setFiles([...(event.currentTarget.files ?? [])])}
          />
        </label>
        <button type="submit" disabled={files.length === 0}>
          {p.read}
        </button>
      </form>
    </details>
  );
}

/** JSON, or an object that the API refuses by its format. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return {};
  }
}
