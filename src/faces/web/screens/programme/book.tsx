/** The sessions into the pool, and how they stand in a plan: fees against the budget, and what must be ready. */
import { useEffect, useState } from "preact/hooks";
import { makeSeason } from "../../again.js";
import { list } from "../../api.js";
import { euros, shortDay, today } from "../../format.js";
import { label, sessionLabel } from "../../names.js";
import { Checks } from "../../parts/checks.js";
import { DayField } from "../../parts/day-field.js";
import { BodyForm, Field } from "../../parts/faulty.js";
import { Scroll } from "../../parts/scroll.js";
import {
  bookedKind,
  bookedSessions,
  busy,
  dossier,
  isDone,
  isInSeason,
  keep,
  kind,
  look,
  page,
  take,
} from "../../programme-state.js";
import type { Booked, Standing } from "../../programme-types.js";
import { lang, mayDrop, season as opened, seasons, tell, tried, words } from "../../state.js";
import type { PlanRow } from "../../types.js";
import { HeldPart } from "./held.js";
import { KindChoice } from "./quote.js";

const MEETINGS = ["conversation", "outcome"] as const;

export function BookStep() {
  const p = words.value.dossier;
  const now = dossier.value;
  const order = now?.papers.order;
  const [meetings, setMeetings] = useState<readonly (typeof MEETINGS)[number][]>(["outcome"]);
  const [booked, setBooked] = useState<Booked | null>(null);
  if (now === null || order === undefined || now.papers.choice === undefined)
    return (
      <section class="card wide">
        <p>{order === undefined ? p.orderFirst : p.scanFirst}</p>
      </section>
    );
  const isBooked = isDone("book");
  const hasSeason = seasons.value.some(({ id }) => id === now.id);
  const book = async (): Promise<void> => setBooked(await take<Booked>("booking", { kind: kind.value, meetings }));
  const season = (): Promise<void> =>
    tried(async () => {
      if (!mayDrop()) return;
      await makeSeason({ id: now.id, from: order.from, to: order.to, programmes: [now.id] });
      tell("good", p.seasonMade(now.id));
    });
  return (
    <>
      <section class="card wide">
        <h2>{p.steps.book}</h2>
        <p class="hint">{p.bookHelp}</p>
        {isBooked && (
          <p>
            ✓{" "}
            {p.bookedOf(
              bookedSessions.value?.length ?? 0,
              bookedKind.value === null ? null : label("alternative", bookedKind.value),
            )}
          </p>
        )}
        <BodyForm class="inline" send={book}>
          <KindChoice />
          <Checks
            name={p.meetings}
            all={MEETINGS}
            label={(one) => p.meeting[one]}
            chosen={meetings}
            set={setMeetings}
            as="line"
          />
          <button type="submit" class={isBooked ? "" : "main"} disabled={busy.value}>
            {isBooked ? p.bookAgain : p.bookNow}
          </button>
        </BodyForm>
        {booked !== null && (
          <div role="status">
            <p>
              <b>{p.booked(booked.sessions.length, euros(booked.budget, lang.value))}</b>
            </p>
            <ul class="plainlist booked">
              {booked.sessions.map((one) => (
                <li key={one.session}>
                  {sessionLabel(one)} <small>{`${one.session} · ${p.bookedDates(one.dates)}`}</small>
                </li>
              ))}
            </ul>
          </div>
        )}
        {isBooked && hasSeason && <p class="hint">{p.seasonThere(now.id)}</p>}
        {isBooked && !hasSeason && (
          <button type="button" onClick={() => void season()}>
            {p.makeSeason}
          </button>
        )}
      </section>
      <Follow key={now.id} />
      <HeldPart key={`${now.id} held`} />
    </>
  );
}

type Duty = Standing["duties"][number];

/** Whether a plan is of a season that has the programme that is shown, as far as that is known: the one that is open, or the one made of it. */
const isOwn = ({ season: of }: PlanRow): boolean =>
  of === dossier.value?.id || (isInSeason.value && of === opened.value?.id);

function Follow() {
  const p = words.value.dossier;
  const [plans, setPlans] = useState<readonly PlanRow[]>([]);
  const [plan, setPlan] = useState("");
  const [day, setDay] = useState(today());
  const [standing, setStanding] = useState<Standing | null>(null);
  const [onlySoon, setOnlySoon] = useState(true);
  const load = (): Promise<void> =>
    tried(async () => {
      const all = await list<PlanRow>("plans");
      const own = all.filter(isOwn);
      setPlans([...own, ...all.filter((one) => !isOwn(one))]);
      setPlan(own.find((one) => one.published)?.id ?? own[0]?.id ?? "");
    });
  useEffect(() => void load(), []);
  const asked = { ...(plan === "" ? {} : { plan }), today: day };
  const see = async (): Promise<void> => setStanding(await look<Standing>("standing", asked));
  const mark = ({ session, task }: Duty, isDone: boolean): Promise<void> =>
    tried(async () => {
      const before = dossier.value?.papers.done?.done ?? [];
      const others = before.filter((one) => one.session !== session || one.task !== task.id);
      const done = isDone ? [...others, { session, task: task.id }] : others;
      await keep(dossier.value?.id ?? "", [{ paper: { format: "koppel-done/1", done } }]);
      await see();
    });
  const duties = (standing?.duties ?? []).filter(
    (one) => !onlySoon || one.standing === "late" || one.standing === "soon",
  );
  return (
    <section class="card wide">
      <h2>{p.standing}</h2>
      <BodyForm class="inline" send={see}>
        <Field name={words.value.plan} at="/plan">
          {(aria) => (
            <select value={plan} {...aria} onChange={(event) => setPlan(event.currentTarget.value)}>
              <option value="">{words.value.noPlan}</option>
              {plans.map((one) => (
                <option key={one.id} value={one.id}>
                  {isOwn(one) ? one.id : `${one.id} (${one.season})`}
                </option>
              ))}
            </select>
          )}
        </Field>
        <DayField name={p.date} at="/today" value={day} set={setDay} />
        <button type="submit">{p.look}</button>
      </BodyForm>
      {standing?.fees.map(({ budget, paid, staffed, sessions }) => (
        <p key={budget} class="met">
          <b>{p.paid(euros(paid, lang.value), euros(budget, lang.value))}</b> · {p.staffed(staffed, sessions)}
          <span class="meter" aria-hidden="true">
            <i style={{ width: `${Math.min(100, (100 * paid) / Math.max(1, budget))}%` }} />
          </span>
        </p>
      ))}
      {standing !== null && (
        <>
          <div class="title">
            <h3>{p.ready}</h3>
            <button
              type="button"
              onClick={() => void tried(() => page("readiness", "html", { ...asked, week: onlySoon }))}
            >
              {p.readyPage} ↗
            </button>
          </div>
          <label class="inline">
            <input type="checkbox" checked={onlySoon} onChange={(event) => setOnlySoon(event.currentTarget.checked)} />
            {p.onlySoon}
          </label>
          {duties.length === 0 ? <p class="hint">{p.noDuties}</p> : <Duties duties={duties} mark={mark} />}
        </>
      )}
    </section>
  );
}

/** How the seats of a team stand: open, or how many said yes. */
function seatsText({ all, filled, yes }: NonNullable<Duty["seats"]>): string {
  const p = words.value.dossier;
  if (filled < all) return p.seatsOpen(all - filled, all);
  return yes === null ? "" : p.saidYes(yes, all);
}

interface DutiesProps {
  readonly duties: readonly Duty[];
  readonly mark: (duty: Duty, isDone: boolean) => Promise<void>;
}

function Duties({ duties, mark }: DutiesProps) {
  const p = words.value.dossier;
  return (
    <Scroll name={p.ready} isTall>
      <table class="duties blocks">
        <thead>
          <tr>
            {[p.by, p.task, p.session, p.whoHead, p.done].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {duties.map((duty) => (
            <tr key={duty.session + duty.task.id}>
              <td class={`due ${duty.standing}`}>
                {shortDay(duty.by, lang.value)} <small>{p.states[duty.standing]}</small>
              </td>
              <th scope="row">
                {duty.task[lang.value]} {duty.seats !== null && <small>{seatsText(duty.seats)}</small>}
              </th>
              <td>
                {sessionLabel(duty)}{" "}
                <small>
                  {shortDay(duty.date, lang.value)}
                  {!duty.isFixed && ` (${p.dayOpen})`}
                </small>
              </td>
              <td>{p.who[duty.task.who] ?? duty.task.who}</td>
              <td data-head={p.done}>
                <input
                  type="checkbox"
                  aria-label={`${duty.task[lang.value]}, ${sessionLabel(duty)}: ${p.done}`}
                  checked={duty.standing === "done"}
                  disabled={duty.standing === "done" && !duty.isTicked}
                  onChange={(event) => void mark(duty, event.currentTarget.checked)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
