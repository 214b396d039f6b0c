/** A programme on one screen: from a municipality's order and quick scan to a choice, groups, a quote and sessions in the pool. */
import { useEffect } from "preact/hooks";
import { dossier, ids, isDone, isFresh, loadIds, openProgramme, STEPS, type Step, step } from "../programme-state.js";
import { tried, words } from "../state.js";
import { BookStep } from "./programme/book.js";
import { ChoiceStep } from "./programme/choice.js";
import { GroupsStep } from "./programme/groups.js";
import { OrderStep } from "./programme/order.js";
import { QuoteStep } from "./programme/quote.js";
import { ScanStep } from "./programme/scan.js";

const VIEWS: Readonly<Record<Step, () => preact.JSX.Element | null>> = {
  order: () => <OrderStep key={dossier.value?.id} isNew={false} />,
  scan: ScanStep,
  choice: ChoiceStep,
  groups: GroupsStep,
  quote: QuoteStep,
  book: BookStep,
};

export function ProgrammesScreen() {
  const w = words.value;
  const p = w.dossier;
  const setFresh = (to: boolean): void => {
    isFresh.value = to;
  };
  useEffect(() => {
    setFresh(false);
    void loadIds();
  }, []);
  const now = dossier.value;
  const isNew = isFresh.value || (ids.value?.length === 0 && now === null);
  const View = VIEWS[step.value];
  const next = STEPS[STEPS.indexOf(step.value) + 1];
  return (
    <>
      <section class="card wide programme-head">
        <h1>{now === null || isNew ? w.programmes : (now.papers.order?.client.name ?? now.id)}</h1>
        <div class="tags">
          {ids.value?.map((id) => (
            <button
              key={id}
              type="button"
              class="tag"
              aria-pressed={!isNew && now?.id === id}
              onClick={() => {
                setFresh(false);
                void tried(() => openProgramme(id));
              }}
            >
              {id}
            </button>
          ))}
          <button type="button" class="tag" aria-pressed={isNew} onClick={() => setFresh(true)}>
            + {p.fresh}
          </button>
        </div>
        {now !== null && !isNew && (
          <ol class="steps">
            {STEPS.map((one, i) => (
              <li key={one}>
                <button
                  type="button"
                  class={isDone(one) ? "done" : ""}
                  aria-current={one === step.value ? "step" : undefined}
                  onClick={() => {
                    step.value = one;
                  }}
                >
                  <b aria-hidden="true">{isDone(one) ? "✓" : i + 1}</b> {p.steps[one]}
                  {isDone(one) && <span class="hidden"> ({p.done})</span>}
                </button>
              </li>
            ))}
          </ol>
        )}
      </section>
      {isNew && <OrderStep key="new" isNew={true} onKept={() => setFresh(false)} />}
      {now !== null && !isNew && (
        <>
          <View />
          {next !== undefined && isDone(step.value) && (
            <p class="onward">
              <button
                type="button"
                onClick={() => {
                  step.value = next;
                  document.getElementById("main")?.focus();
                }}
              >
                {p.next(p.steps[next])} →
              </button>
            </p>
          )}
        </>
      )}
    </>
  );
}
