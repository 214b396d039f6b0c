/** Scenarios side by side: what each comes to, and session by session what it changes. */
import { type Difference, differenceOf, tallyOf } from "../difference.js";
import { signed, whole } from "../format.js";
import { lang, words } from "../state.js";
import type { Compared, Whatifs } from "../types.js";
import { placedText, SessionHead, Told, tallyText } from "./changes.js";
import { gapText } from "./gap-field.js";
import { Scroll } from "./scroll.js";

/** So many sessions are shown one by one. */
const MOST = 60;

interface Side {
  readonly id: string;
  readonly title: string;
  readonly told: Whatifs["scenarios"][number];
  /** by session */
  readonly changed: ReadonlyMap<string, Difference>;
}

interface CompareProps {
  readonly compared: Whatifs;
  readonly titleOf: (scenario: string) => string;
}

export function Compare({ compared, titleOf }: CompareProps) {
  const w = words.value;
  const { base } = compared;
  const sides = compared.scenarios.map(
    (told): Side => ({
      id: told.id,
      title: titleOf(told.id),
      told,
      changed: new Map(told.changed.map(({ session, from, to }) => [session, differenceOf(session, from, to)])),
    }),
  );
  return (
    <section aria-label={w.compare}>
      <h2>{w.sideBySide}</h2>
      <div class="scenarios">
        <article class="scenario" aria-label={w.base}>
          <h3>{w.base}</h3>
          <p>
            <b>{w.staffedOnly(whole(base.staffed, lang.value))}</b>
          </p>
          <p>
            {w.cost} {whole(base.cost, lang.value)}
          </p>
          <p class="hint">{gapText(base)}</p>
          <p class="hint">{w.baseHelp}</p>
        </article>
        {sides.map((side) => (
          <SideCard key={side.id} side={side} base={base} />
        ))}
      </div>
      <Matrix sides={sides} />
    </section>
  );
}

function SideCard({ side, base }: { readonly side: Side; readonly base: Compared }) {
  const w = words.value;
  const { title, told, changed } = side;
  const more = told.staffed - base.staffed;
  return (
    <article class={`scenario ${told.better}`} aria-label={title}>
      <h3>{title}</h3>
      <p>
        <b>{w.staffedOnly(whole(told.staffed, lang.value))}</b>{" "}
        <small>{w.against(more, signed(more, lang.value))}</small>
      </p>
      <p>
        {w.cost} {whole(told.cost, lang.value)}{" "}
        {told.better !== "incomparable" && <small>{w.dearer(told.delta, signed(told.delta, lang.value))}</small>}
      </p>
      <p class="answer">{w.answers[told.better] ?? told.better}</p>
      <p class="hint">{gapText(told)}</p>
      <p>{w.differs(changed.size)}</p>
      <p class="hint">{tallyText(tallyOf([...changed.values()]))}</p>
    </article>
  );
}

/** A row for each session that some scenario changes, those that most of them change first. */
function Matrix({ sides }: { readonly sides: readonly Side[] }) {
  const w = words.value;
  const counts = new Map<string, number>();
  for (const { changed } of sides) for (const id of changed.keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = [...counts].sort(([, a], [, b]) => b - a).map(([id]) => id);
  if (ids.length === 0) return null;
  const before = (id: string): Difference["was"] =>
    sides.map(({ changed }) => changed.get(id)).find((one) => one !== undefined)?.was ?? null;
  return (
    <>
      <h3>{w.changesBy}</h3>
      <Scroll name={w.changesBy}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{w.session}</th>
              <th scope="col">{w.now}</th>
              {sides.map(({ id, title }) => (
                <th key={id} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ids.slice(0, MOST).map((id) => (
              <tr key={id}>
                <SessionHead id={id} />
                <td>{placedText(id, before(id))}</td>
                {sides.map((side) => (
                  <Cell key={side.id} difference={side.changed.get(id)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {ids.length > MOST && <p class="hint">{w.andMore(ids.length - MOST)}</p>}
    </>
  );
}

function Cell({ difference }: { readonly difference: Difference | undefined }) {
  if (difference === undefined) return <td class="hint">{words.value.stays}</td>;
  return (
    <td class="differs">
      <Told difference={difference} />
      {difference.kind === "staffed" && placedText(difference.session, difference.becomes)}
    </td>
  );
}
