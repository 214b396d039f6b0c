/** The sessions of which two plans say something else: what changes in words, and what it becomes. */
import { type Difference, differencesOf, type Tally, tallyOf } from "../difference.js";
import { hours, shortDay } from "../format.js";
import { sessionName, trainerName } from "../names.js";
import { lang, season, words } from "../state.js";
import type { Plan } from "../types.js";
import { Scroll } from "./scroll.js";

const MOST = 100;

interface ChangesProps {
  readonly before: Plan;
  readonly after: Plan;
  /** a session of which it is told already */
  readonly besides?: string;
}

export function Changes({ before, after, besides }: ChangesProps) {
  const w = words.value;
  const differences = differencesOf(before, after).filter(({ session }) => session !== besides);
  if (differences.length === 0) return null;
  return (
    <>
      <p class="hint">
        {besides !== undefined && `${w.further}: `}
        {tallyText(tallyOf(differences))}
      </p>
      <Scroll name={w.result}>
        <table class="changes blocks">
          <thead>
            <tr>
              <th scope="col">{w.session}</th>
              <th scope="col">{w.whatChanges}</th>
              <th scope="col">{w.becomes}</th>
            </tr>
          </thead>
          <tbody>
            {differences.slice(0, MOST).map((one) => (
              <tr key={one.session}>
                <SessionHead id={one.session} />
                <td>
                  <Told difference={one} />
                </td>
                <td>{placedText(one.session, one.becomes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {differences.length > MOST && <p class="hint">{w.andMore(differences.length - MOST)}</p>}
    </>
  );
}

/** The head of a session's row: what and where it is, and by its code which of several alike. */
export function SessionHead({ id }: { readonly id: string }) {
  const name = sessionName(id);
  return (
    <th scope="row">
      {name} {name !== id && <small>{id}</small>}
    </th>
  );
}

/** What a difference is, each thing on a line of its own. */
export function Told({ difference }: { readonly difference: Difference }) {
  return (
    <ul class={difference.kind === "changed" ? "told" : `told ${difference.kind}`}>
      {differenceTexts(difference).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function differenceTexts({ session, was, becomes, kind, isOtherDate, swaps }: Difference): readonly string[] {
  const w = words.value;
  if (kind === "opened") return [w.losesTeam];
  if (kind === "staffed") return [w.getsTeam];
  return [
    ...(isOtherDate ? [w.otherDate(whenText(session, was?.slot), whenText(session, becomes?.slot))] : []),
    ...swaps.map(({ out, in: coming }) =>
      out === null
        ? w.comesIn(trainerName(coming ?? ""))
        : coming === null
          ? w.goesOut(trainerName(out))
          : w.makesWay(trainerName(out), trainerName(coming)),
    ),
  ];
}

/** How many of each sort, in words. */
export function tallyText({ dates, teams, opened, staffed }: Tally): string {
  const w = words.value;
  return [
    opened > 0 ? w.tally.opened(opened) : "",
    staffed > 0 ? w.tally.staffed(staffed) : "",
    dates > 0 ? w.tally.dates(dates) : "",
    teams > 0 ? w.tally.teams(teams) : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
}

const find = (id: string) => season.value?.sessions.find((one) => one.id === id);

function whenText(id: string, slot: number | undefined): string {
  const part = find(id)?.slots[slot ?? 0]?.[0];
  return part === undefined ? "" : `${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}`;
}

/** Date and team of a session. */
export function placedText(id: string, placed: Difference["was"]): string {
  if (placed === null) return words.value.unfilled;
  const when = whenText(id, placed.slot);
  const team = placed.team.map(({ trainer }) => trainerName(trainer)).join(" + ");
  return when === "" ? team : `${when}: ${team}`;
}
