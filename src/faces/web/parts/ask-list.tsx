/** Whom to ask or call about what is published, by what there is to do, in the order of calling; their answers. */
import { useState } from "preact/hooks";
import { DOINGS, type Doing, type Group, groupsOf, IS_DONE } from "../askings.js";
import { hours, shortDay, whole } from "../format.js";
import { placeName, sessionLabel, trainerName } from "../names.js";
import { lang, pool, season, words } from "../state.js";
import type { Asking, AskRow } from "../types.js";

/** So many trainers of a group are shown before the rest is asked for. */
const MOST = 25;
const UNFOLDED: ReadonlySet<Doing> = new Set(DOINGS.filter((doing) => !IS_DONE[doing]));

type Answer = (session: string, trainer: string, said: string) => Promise<void>;

export interface AskListProps {
  readonly rows: readonly AskRow[];
  readonly answer: Answer;
}

export function AskList({ rows, answer }: AskListProps) {
  const w = words.value;
  const [text, setText] = useState("");
  const [open, setOpen] = useState(UNFOLDED);
  const contacts = new Map(pool.value.map(({ trainer, contact }) => [trainer, contact ?? ""]));
  const sought = text.trim().toLowerCase();
  const groups = groupsOf(rows, (trainer) =>
    `${trainer} ${trainerName(trainer)} ${contacts.get(trainer) ?? ""}`.toLowerCase().includes(sought),
  );
  const unfold = (doing: Doing, isOpen: boolean): void =>
    setOpen((now) => new Set(DOINGS.filter((one) => (one === doing ? isOpen : now.has(one)))));
  return (
    <section class="card wide">
      <div class="title">
        <h2 id="asks" tabIndex={-1}>
          {w.askThem}
        </h2>
        <label class="inline">
          {w.searchTrainer}
          <input type="search" value={text} onInput={(event) => setText(event.currentTarget.value)} />
        </label>
      </div>
      <p class="hint">{w.askOrder}</p>
      {groups.map((group) => (
        <AskGroup
          key={group.doing}
          group={group}
          contacts={contacts}
          // Whoever looks for somebody sees her wherever she is.
          isOpen={group.count > 0 && (sought !== "" || open.has(group.doing))}
          unfold={(isOpen) => unfold(group.doing, isOpen)}
          answer={answer}
        />
      ))}
      {sought !== "" && groups.every(({ count }) => count === 0) && <p class="hint">{w.nothingFound}</p>}
    </section>
  );
}

interface AskGroupProps {
  readonly group: Group;
  readonly contacts: ReadonlyMap<string, string>;
  readonly isOpen: boolean;
  readonly unfold: (isOpen: boolean) => void;
  readonly answer: Answer;
}

function AskGroup({ group: { doing, rows, count }, contacts, isOpen, unfold, answer }: AskGroupProps) {
  const w = words.value;
  const [all, setAll] = useState(false);
  const id = `asks-${doing}`;
  return (
    <section class={`askgroup ${doing}`}>
      <h3>
        <button
          type="button"
          class="plain"
          aria-expanded={isOpen}
          aria-controls={id}
          disabled={count === 0}
          onClick={() => unfold(!isOpen)}
        >
          {w.doing[doing]} <span class="badge">{whole(count, lang.value)}</span>
        </button>
      </h3>
      <div id={id}>
        {isOpen && (
          <ol class="asks">
            {(all ? rows : rows.slice(0, MOST)).map(({ trainer, askings }) => (
              <li key={trainer}>
                <h4>
                  {trainerName(trainer)} <small>{contacts.get(trainer) ?? ""}</small>
                </h4>
                {askings.map((one) => (
                  <Question key={one.session} trainer={trainer} asking={one} answer={answer} />
                ))}
              </li>
            ))}
          </ol>
        )}
        {isOpen && !all && rows.length > MOST && (
          <button type="button" class="link" onClick={() => setAll(true)}>
            {w.showAll(rows.length)}
          </button>
        )}
      </div>
    </section>
  );
}

interface QuestionProps {
  readonly trainer: string;
  readonly asking: Asking;
  readonly answer: Answer;
}

function Question({ trainer, asking, answer }: QuestionProps) {
  const w = words.value;
  const session = season.value?.sessions.find(({ id }) => id === asking.session);
  const [part] = asking.slot;
  const what =
    session === undefined ? asking.session : `${sessionLabel(session)}, ${placeName(session.place, w.online)}`;
  const when = part === undefined ? "" : `${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}`;
  return (
    <div class="question">
      <span class="when">{when}</span>
      <span class="what">
        {what} <small>{w.seat[asking.seat]}</small>
      </span>
      <span class="answers">
        {!asking.stands && <span class="state bad">{w.fallen}</span>}
        {asking.stands &&
          (["asked", "yes", "no", "silent"] as const).map((said) => (
            <button
              key={said}
              type="button"
              aria-pressed={asking.reply === said}
              aria-label={`${trainerName(trainer)}, ${what}: ${w.says[said]}`}
              onClick={() => void answer(asking.session, trainer, said)}
            >
              {w.says[said]}
            </button>
          ))}
      </span>
    </div>
  );
}
