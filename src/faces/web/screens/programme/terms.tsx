/** The terms of a quote: who sends it to whom, for how much an hour, with which VAT. */
import { useState } from "preact/hooks";
import { DayField } from "../../parts/day-field.js";
import { BodyForm, Fault, Field } from "../../parts/faulty.js";
import { NumberField } from "../../parts/number-field.js";
import { dossier, keep } from "../../programme-state.js";
import type { Terms } from "../../programme-types.js";
import { labels, lang, tell, words } from "../../state.js";
import type { Role } from "../../types.js";

const SEATS: readonly Role[] = ["professional", "lived", "actor"];
const CENTS = 100;
const EMPTY = { name: "", lines: [] };

const fresh = (): Terms => {
  const order = dossier.value?.papers.order;
  const rate = (order?.ratePerHour ?? 0) * CENTS;
  const today = new Date().toISOString().slice(0, 10);
  return {
    format: "koppel-terms/1",
    number: `${today.slice(0, 4)}-001`,
    date: today,
    validDays: 30,
    from: EMPTY,
    to: { ...EMPTY, name: order?.client.name ?? "" },
    vat: { kind: "rate", percent: 21 },
    rates: { professional: rate, lived: rate, actor: rate },
    shares: (labels.value?.organisation ?? []).slice(0, 1).map(({ code }) => ({ organisation: code, weight: 1 })),
  };
};

export function TermsForm({ isOpen }: { readonly isOpen: boolean }) {
  const w = words.value;
  const p = w.dossier;
  const [terms, setTerms] = useState<Terms>(dossier.value?.papers.terms ?? fresh());
  // Of what stands then: two fields may change before the page is drawn anew.
  const set = (more: Partial<Terms>): void => setTerms((now) => ({ ...now, ...more }));
  const party = (name: string, key: "from" | "to") => (
    <fieldset class="stack">
      <legend>{name}</legend>
      <Field name={w.name} at={`/${key}/name`}>
        {(aria) => (
          <input
            required
            value={terms[key].name}
            {...aria}
            onInput={(event) => set({ [key]: { ...terms[key], name: event.currentTarget.value } })}
          />
        )}
      </Field>
      <Field name={p.address} at={`/${key}/lines`}>
        {(aria) => (
          <textarea
            rows={3}
            value={terms[key].lines.join("\n")}
            {...aria}
            onChange={(event) =>
              set({
                [key]: {
                  ...terms[key],
                  lines: event.currentTarget.value.split("\n").filter((line) => line.trim() !== ""),
                },
              })
            }
          />
        )}
      </Field>
    </fieldset>
  );
  const { vat } = terms;
  return (
    <details class="papers" open={isOpen}>
      <summary>{p.terms}</summary>
      <BodyForm
        class="stack"
        send={async () => {
          await keep(dossier.value?.id ?? "", [{ paper: terms }]);
          tell("good", p.kept);
        }}
      >
        <div class="fields">
          <Field name={p.number} at="/number">
            {(aria) => (
              <input
                required
                value={terms.number}
                {...aria}
                onInput={(event) => set({ number: event.currentTarget.value })}
              />
            )}
          </Field>
          <DayField name={p.date} at="/date" value={terms.date} set={(date) => set({ date })} />
          <NumberField
            name={p.valid}
            at="/validDays"
            min={1}
            max={365}
            value={terms.validDays}
            set={(validDays) => set({ validDays })}
          />
          <NumberField
            name={p.vat}
            at="/vat/percent"
            min={1}
            max={100}
            disabled={vat.kind === "exempt"}
            value={vat.kind === "rate" ? vat.percent : null}
            set={(percent) => set({ vat: { kind: "rate", percent } })}
          />
          <Field name={p.exempt} at={`/vat/${lang.value}`} class="grow">
            {(aria) => (
              <input
                value={vat.kind === "exempt" ? vat[lang.value] : ""}
                {...aria}
                onChange={(event) => {
                  const ground = event.currentTarget.value.trim();
                  const kept = vat.kind === "exempt" ? vat : { nl: ground, en: ground };
                  if (ground === "") set({ vat: { kind: "rate", percent: 21 } });
                  else set({ vat: { ...kept, kind: "exempt", [lang.value]: ground } });
                }}
              />
            )}
          </Field>
        </div>
        <fieldset class="fields">
          <legend>{p.rates}</legend>
          {SEATS.map((seat) => (
            <NumberField
              key={seat}
              name={w.seat[seat]}
              at={`/rates/${seat}`}
              min={0}
              step={1 / CENTS}
              value={terms.rates[seat] / CENTS}
              set={(euros) => set({ rates: { ...terms.rates, [seat]: Math.round(euros * CENTS) } })}
            />
          ))}
        </fieldset>
        <div class="columns2">
          {party(p.from, "from")}
          {party(p.to, "to")}
        </div>
        <Shares terms={terms} set={set} />
        <button type="submit" class="main">
          {p.save}
        </button>
      </BodyForm>
    </details>
  );
}

interface SharesProps {
  readonly terms: Terms;
  readonly set: (more: Partial<Terms>) => void;
}

/** What each organisation's part weighs, as long as no plan says it. */
function Shares({ terms, set }: SharesProps) {
  const p = words.value.dossier;
  const weightOf = (code: string): number => terms.shares.find((one) => one.organisation === code)?.weight ?? 0;
  return (
    <fieldset class="shares">
      <legend>{p.shares}</legend>
      {(labels.value?.organisation ?? []).map(({ code, ...one }) => (
        <NumberField
          key={code}
          name={one[lang.value]}
          at="/shares"
          isOneOfSeveral
          min={0}
          value={weightOf(code)}
          set={(weight) => {
            const others = terms.shares.filter(({ organisation }) => organisation !== code);
            set({ shares: weight > 0 ? [...others, { organisation: code, weight }] : others });
          }}
        />
      ))}
      <Fault at="/shares" />
    </fieldset>
  );
}
