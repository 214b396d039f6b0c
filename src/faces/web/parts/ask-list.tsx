/** Whom to ask or call about what is published, by what there is to do, in the order of calling; their answers, and what a no leaves to mend. */
import { useState } from "preact/hooks";
import { DOINGS, type Doing, type Group, groupsOf, IS_DONE, refusersOf } from "../askings.js";
import { hours, shortDay, whole } from "../format.js";
import { sessionName, trainerName } from "../names.js";
import { lang, pool, words } from "../state.js";
import type { Asking, AskRow } from "../types.js";
import { Mend } from "./mend.js";

/** So many trainers of a group are shown before the rest is asked for. */
const MOST = 25;
const UNFOLDED: ReadonlySet<Doing> = new Set(DOINGS.filter((doing) => !IS_DONE[doing]));

type Answer = (session: string, trainer: string, said: string) => Promise<void>;

export interface AskListProps {
  readonly rows: readonly AskRow[];
  /** the plan that was published */
  readonly of: string;
  readonly answer: Answer;
}

/** What rows of every group share. */
interface Shared {
  readonly of: string;
  readonly contacts: ReadonlyMap<string, string>;
  /** session → who said no to it */
  readonly refusers: ReadonlyMap<string, readonly string[]>;
  /** @param row where she is at work */
  readonly answer: (session: string, trainer: string, said: string, row: Element | null) => void;
}

const rowId = (session: string, trainer: string): string => `asked-${session}-${trainer}`;

/** Where there is something to do in a row; the row itself where there is not; else the list. */
function focusOn(id: string | undefined): void {
  const row = document.getElementById(id ?? "") ?? document.getElementById("asks");
  (row?.querySelector<HTMLElement>("button") ?? row)?.focus();
}

export function AskList({ rows, of, answer }: AskListProps) {
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
  const answered = async (session: string, trainer: string, said: string, row: Element | null): Promise<void> => {
    const all = [...document.querySelectorAll(".question")];
    const next = row === null ? undefined : all[all.indexOf(row) + 1]?.id;
    if (said === "no") unfold("no", true);
    await answer(session, trainer, said);
    // Her row has gone where her answer puts it: after a no there is something to mend, else the next one is to be asked.
    focusOn(said === "no" ? rowId(session, trainer) : next);
  };
  const shared: Shared = {
    of,
    contacts,
    refusers: refusersOf(rows),
    answer: (...given) => void answered(...given),
  };
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
          shared={shared}
          // Whoever looks for somebody sees her wherever she is.
          isOpen={group.rows.length > 0 && (sought !== "" || open.has(group.doing))}
          unfold={(isOpen) => unfold(group.doing, isOpen)}
        />
      ))}
      {sought !== "" && groups.every((group) => group.rows.length === 0) && <p class="hint">{w.nothingFound}</p>}
    </section>
  );
}

interface AskGroupProps {
  readonly group: Group;
  readonly shared: Shared;
  readonly isOpen: boolean;
  readonly unfold: (isOpen: boolean) => void;
}

function AskGroup({ group: { doing, rows, questions }, shared, isOpen, unfold }: AskGroupProps) {
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
          disabled={rows.length === 0}
          onClick={() => unfold(!isOpen)}
        >
          {w.doing[doing]} <span class="badge">{w.persons(rows.length, whole(rows.length, lang.value))}</span>
          {questions > rows.length && <small> {w.questions(whole(questions, lang.value))}</small>}
        </button>
      </h3>
      <div id={id}>
        {isOpen && (
          <ol class="asks">
            {(all ? rows : rows.slice(0, MOST)).map(({ trainer, askings }) => (
              <li key={trainer}>
                <h4>
                  {trainerName(trainer)} <small>{shared.contacts.get(trainer) ?? ""}</small>
                </h4>
                {askings.map((one) => (
                  <Question key={one.session} trainer={trainer} asking={one} shared={shared} />
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
  readonly shared: Shared;
}

/** What she may answer: of a session that fell nothing is asked, but who said no may come after all. */
const ANSWERS = ["asked", "yes", "no", "silent"] as const;
const answersTo = ({ stands, reply }: Asking): readonly (typeof ANSWERS)[number][] =>
  stands ? ANSWERS : reply === "no" ? ["yes"] : [];

function Question({ trainer, asking, shared }: QuestionProps) {
  const w = words.value;
  const [part] = asking.slot;
  const what = sessionName(asking.session);
  const when = part === undefined ? "" : `${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}`;
  const others = shared.refusers.get(asking.session)?.filter((one) => one !== trainer) ?? [];
  const isHers = asking.reply === "no";
  const isOthers = !asking.stands && !isHers && others.length > 0;
  const about = `${trainerName(trainer)}, ${what}`;
  const answers = answersTo(asking).map((said) => {
    const text = asking.stands ? w.says[said] : w.afterAll;
    return (
      <button
        key={said}
        type="button"
        aria-pressed={asking.reply === said}
        aria-label={`${about}: ${text}`}
        onClick={(event) => shared.answer(asking.session, trainer, said, event.currentTarget.closest(".question"))}
      >
        {text}
      </button>
    );
  });
  return (
    <div class="question" id={rowId(asking.session, trainer)} tabIndex={-1}>
      <span class="when">{when}</span>
      <span class="what">
        {what} <small>{w.seat[asking.seat]}</small>
      </span>
      {!asking.stands && !isOthers ? (
        <Mend of={shared.of} asking={asking} trainer={trainer} about={`${about}, ${when}`}>
          {!isHers && <span class="state bad">{w.fallen}</span>}
          {answers}
        </Mend>
      ) : (
        <div class="answers">
          {isOthers && (
            <>
              <span class="state bad">{w.fallenBy(others.map(trainerName).join(", "))}</span>
              <button
                type="button"
                class="link"
                aria-label={`${w.toMend}: ${what}`}
                onClick={() => focusOn(rowId(asking.session, others[0] ?? ""))}
              >
                {w.toMend}
              </button>
            </>
          )}
          {answers}
        </div>
      )}
    </div>
  );
}
