/** The order: for whom, how many, how much, when; and papers that are there as files already. */
import { useState } from "preact/hooks";
import { label } from "../../names.js";
import { DayField } from "../../parts/day-field.js";
import { BodyForm, Fault, Field, useAria } from "../../parts/faulty.js";
import { FileField } from "../../parts/file-field.js";
import { NumberField } from "../../parts/number-field.js";
import { dossier, keep, step } from "../../programme-state.js";
import type { Order, Site } from "../../programme-types.js";
import { labels, lang, tell, words } from "../../state.js";

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
    <NumberField name={name} at={`/${key}`} min={1} value={order[key]} set={(value) => set({ [key]: value })} />
  );
  const save = async (): Promise<void> => {
    await keep(order.id, [{ paper: order }]);
    tell("good", p.kept);
    onKept?.();
    if (known === undefined) step.value = "scan";
  };
  return (
    <section class="card wide">
      <h2>{p.steps.order}</h2>
      {known === undefined && <p class="hint">{p.orderFirst}</p>}
      <BodyForm class="stack" send={save}>
        <div class="fields">
          <Field name={p.code} at="/id">
            {(aria) => (
              <input
                required
                pattern="[A-Za-z0-9_\-]+"
                maxLength={40}
                readOnly={!isNew}
                value={order.id}
                {...aria}
                onInput={(event) => set({ id: event.currentTarget.value })}
              />
            )}
          </Field>
          <Field name={p.client} at="/client/name" class="grow">
            {(aria) => (
              <input
                required
                value={order.client.name}
                {...aria}
                onInput={(event) => {
                  const name = event.currentTarget.value;
                  setClient(() => ({ name }));
                }}
              />
            )}
          </Field>
        </div>
        <div class="fields">
          {numberField(p.budget, "budget")}
          {numberField(p.rate, "ratePerHour")}
          {numberField(p.perWeek, "sessionsPerWeek")}
          <DayField name={w.from} at="/from" value={order.from} set={(from) => set({ from })} />
          <DayField name={w.to} at="/to" value={order.to} set={(to) => set({ to })} min={order.from} />
        </div>
        <label class="inline">
          <input
            type="checkbox"
            checked={order.actor}
            onChange={(event) => set({ actor: event.currentTarget.checked })}
          />
          {p.actor}
        </label>
        {order.client.sites.map((site, at) => (
          <SiteFields key={at} at={`/client/sites/${at}`} site={site} set={(more) => setSite(at, more)} />
        ))}
        <button type="button" class="link" onClick={() => setClient(({ sites }) => ({ sites: [...sites, NEW_SITE] }))}>
          + {p.addSite}
        </button>
        <button type="submit" class="main">
          {p.save}
        </button>
      </BodyForm>
      <Papers onKept={onKept} />
    </section>
  );
}

interface SiteProps {
  /** where it stands in what is sent */
  readonly at: string;
  readonly site: Site;
  readonly set: (more: Partial<Site>) => void;
}

function SiteFields({ at, site, set }: SiteProps) {
  const openAria = useAria(`${at}/opening`);
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
      <legend>{site.place === "" ? p.where : label("municipality", site.place)}</legend>
      <Field name={p.municipality} at={`${at}/place`} class="grow">
        {(aria) => (
          <select required value={site.place} {...aria} onChange={(event) => set({ place: event.currentTarget.value })}>
            <option value="" />
            {municipalities.map((one) => (
              <option key={one.code} value={one.code}>
                {one[lang.value]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <NumberField
        name={p.participants}
        at={`${at}/participants`}
        min={1}
        value={site.participants}
        set={(participants) => set({ participants })}
      />
      <div class="opening">
        <span>{p.open}</span>
        {WEEKDAYS.map((day) => {
          const open = site.opening.find((one) => one.day === day);
          return (
            <label key={day} class="inline">
              <input
                type="checkbox"
                checked={open !== undefined}
                {...openAria}
                onChange={(event) => toggle(day, event.currentTarget.checked)}
              />
              <span>
                {p.weekdays[day]}
                {open !== undefined && <small> {`${open.from}–${open.to}`}</small>}
              </span>
            </label>
          );
        })}
        <Fault at={`${at}/opening`} />
      </div>
    </fieldset>
  );
}

/** Papers that are there as files already: each says itself what it is. */
function Papers({ onKept }: { readonly onKept: (() => void) | undefined }) {
  const w = words.value;
  const p = w.dossier;
  const [files, setFiles] = useState<readonly File[]>([]);
  const read = async (): Promise<void> => {
    const papers = await Promise.all(files.map(async (file) => ({ paper: parsed(await file.text()) })));
    const order = papers.map(({ paper }) => paper as Partial<Order>).find((one) => one.format === "koppel-order/1");
    await keep(order?.id ?? dossier.value?.id ?? "", papers);
    tell("good", p.kept);
    onKept?.();
  };
  return (
    <details class="papers">
      <summary>{p.papersHelp}</summary>
      <BodyForm class="inline" send={read}>
        <FileField name={p.paperFiles} at="" accept=".json" files={files} set={setFiles} />
        <button type="submit" disabled={files.length === 0}>
          {p.read}
        </button>
      </BodyForm>
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
