/** The quote: its terms, its lines and sums, and the page or PDF that is sent. */
import { useState } from "preact/hooks";
import { shortDay } from "../../format.js";
import { label, organisationName } from "../../names.js";
import { BodyForm, Field } from "../../parts/faulty.js";
import { Scroll } from "../../parts/scroll.js";
import {
  busy,
  chooseKind,
  dossier,
  hasPaper,
  isInSeason,
  kind,
  page,
  quoteIsOld,
  take,
} from "../../programme-state.js";
import type { Quote } from "../../programme-types.js";
import { lang, plans, tell, tried, words } from "../../state.js";
import { TermsForm } from "./terms.js";

const MINUTES = 60;

export function QuoteStep() {
  const p = words.value.dossier;
  const papers = dossier.value?.papers;
  const quote = papers?.quote;
  const [plan, setPlan] = useState("");
  if (papers?.order === undefined || papers.choice === undefined)
    return (
      <section class="card wide">
        <p>{papers?.order === undefined ? p.orderFirst : p.scanFirst}</p>
      </section>
    );
  const make = async (): Promise<void> => {
    await take<Quote>("quote", { kind: kind.value, ...(plan === "" ? {} : { plan }) });
    tell("good", p.kept);
  };
  return (
    <section class="card wide">
      <div class="title">
        <h2>
          {p.steps.quote}
          {quote !== undefined && ` ${quote.number}`}
        </h2>
        {quote !== undefined && (
          <span class="inline tight">
            <button type="button" onClick={() => void tried(() => page("quote", "html"))}>
              {p.showQuote} ↗
            </button>
            <button type="button" onClick={() => void tried(() => page("quote", "pdf"))}>
              {p.pdf}
            </button>
            <button type="button" onClick={() => void tried(() => page("quote", "xlsx"))}>
              {p.workbook}
            </button>
          </span>
        )}
      </div>
      {quoteIsOld.value && <p class="changed">{p.oldQuote}</p>}
      {hasPaper("terms") && (
        <BodyForm class="inline" send={make}>
          <KindChoice />
          <Field name={p.withPlan} at="/plan">
            {(aria) => (
              <select value={plan} {...aria} onChange={(event) => setPlan(event.currentTarget.value)}>
                <option value="">{p.noPlan}</option>
                {(isInSeason.value ? plans.value : []).map(({ id }) => (
                  <option key={id} value={id}>
                    {id}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button type="submit" class={quote === undefined || quoteIsOld.value ? "main" : ""} disabled={busy.value}>
            {quote === undefined ? p.makeQuote : p.againQuote}
          </button>
        </BodyForm>
      )}
      {quote !== undefined && <Lines quote={quote} />}
      <TermsForm key={dossier.value?.id} isOpen={!hasPaper("terms")} />
    </section>
  );
}

/** Which alternative is meant. */
export function KindChoice() {
  const p = words.value.dossier;
  return (
    <Field name={p.ofKind} at="/kind">
      {(aria) => (
        <select value={kind.value} {...aria} onChange={(event) => chooseKind(event.currentTarget.value)}>
          {dossier.value?.papers.choice?.alternatives.map((one) => (
            <option key={one.kind} value={one.kind}>
              {label("alternative", one.kind)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const money = (cents: number): string =>
  new Intl.NumberFormat(lang.value, { style: "currency", currency: "EUR" }).format(cents / 100);
const hours = (minutes: number): string =>
  new Intl.NumberFormat(lang.value, { maximumFractionDigits: 2 }).format(minutes / MINUTES);

function Line({ line }: { readonly line: Quote["lines"][number] }) {
  const w = words.value;
  const p = w.dossier;
  return (
    <tr>
      <th scope="row">
        {line.item === undefined ? label("activity", line.activity) : label("item", line.item)}
        <small>
          {line.themes.map((theme) => label("theme", theme)).join(", ")}
          {line.themes.length > 0 && " · "}
          {line.days.length === 0 ? p.noDate : line.days.map((day) => shortDay(day, lang.value)).join(", ")}
          {" · "}
          {line.place === null ? w.online : label("municipality", line.place)}
          {" · "}
          {p.hours(hours(line.minutes), hours(line.preparationMinutes))}
        </small>
      </th>
      <td class="money">{money(line.amount)}</td>
    </tr>
  );
}

/** Stage by stage, in the order in which the programme happens; what is free first. */
function Lines({ quote }: { readonly quote: Quote }) {
  const w = words.value;
  const p = w.dossier;
  const stages = [...new Set(quote.lines.map(({ stage }) => stage))];
  return (
    <Scroll name={p.steps.quote}>
      <table class="quote">
        <thead>
          <tr>
            <th scope="col">{p.session}</th>
            <th scope="col" class="money">
              {p.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr class="stage">
            <th scope="rowgroup" colSpan={2}>
              {p.freeOfCharge}
            </th>
          </tr>
          {quote.free.map((what) => (
            <tr key={what}>
              <th scope="row">{p.freeItems[what] ?? what}</th>
              <td class="money">{money(0)}</td>
            </tr>
          ))}
          {quote.modules?.map((item) => (
            <tr key={item}>
              <th scope="row">{label("item", item)}</th>
              <td class="money">{money(0)}</td>
            </tr>
          ))}
        </tbody>
        {stages.map((stage) => (
          <tbody key={stage}>
            {stage !== undefined && (
              <tr class="stage">
                <th scope="rowgroup" colSpan={2}>
                  {label("stage", `stage-${stage}`)}
                </th>
              </tr>
            )}
            {quote.lines
              .filter((line) => line.stage === stage)
              .map((line) => (
                <Line key={line.session} line={line} />
              ))}
          </tbody>
        ))}
        <tfoot>
          {(
            [
              [p.net, quote.net],
              [p.tax, quote.tax],
              [p.total, quote.total],
            ] as const
          ).map(([name, amount]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="money">{money(amount)}</td>
            </tr>
          ))}
        </tfoot>
      </table>
      <p class="tags">
        <span class="hint">{p.split}</span>
        {quote.split.map(({ organisation, total }) => (
          <span key={organisation} class="tag">
            {organisationName(organisation)} {money(total)}
          </span>
        ))}
      </p>
    </Scroll>
  );
}
