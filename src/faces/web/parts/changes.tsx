/** The sessions of which two plans say something else, side by side. */

import { assignmentOf, changedSessions } from "../edits.js";
import { hours, shortDay } from "../format.js";
import { label, placeName, trainerName } from "../names.js";
import { lang, season, words } from "../state.js";
import type { Plan, Session } from "../types.js";
import { Scroll } from "./scroll.js";

const MOST = 100;

export function Changes({ before, after }: { readonly before: Plan; readonly after: Plan }) {
  const w = words.value;
  const sessions = new Map(season.value?.sessions.map((one) => [one.id, one]));
  const ids = changedSessions(before, after);
  if (ids.length === 0) return null;
  return (
    <Scroll name={w.result}>
      <table>
        <thead>
          <tr>
            <th scope="col">{w.session}</th>
            <th scope="col">{w.was}</th>
            <th scope="col">{w.becomes}</th>
          </tr>
        </thead>
        <tbody>
          {ids.slice(0, MOST).map((id) => {
            const session = sessions.get(id);
            return (
              <tr key={id}>
                <th scope="row">
                  {session === undefined
                    ? id
                    : `${label("activity", session.activity)}, ${placeName(session.place, w.online)}`}
                </th>
                <td>{said(before, session)}</td>
                <td>{said(after, session)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
}

function said(plan: Plan, session: Session | undefined): string {
  const assignment = session === undefined ? null : assignmentOf(plan, session.id);
  if (session === undefined || assignment === null) return words.value.unfilled;
  const part = session.slots[assignment.slot]?.[0];
  const when = part === undefined ? "" : `${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}: `;
  return when + assignment.team.map(({ trainer }) => trainerName(trainer)).join(" + ");
}
