/** What is open and why, and where the plan leans on one person. */
import { hours, shortDay } from "../format.js";
import { brokenText, named, placeName, sessionLabel, sessionName, trainerName } from "../names.js";
import { lang, overview, plan, season, selected, standing, words } from "../state.js";

export function OpenList() {
  const w = words.value;
  const now = season.value;
  const shown = plan.value;
  if (now === null || shown === null) return null;
  const staffed = new Set(shown.assignments.map(({ session }) => session));
  const open = now.sessions.filter(({ id }) => !staffed.has(id)).sort((a, b) => b.priority - a.priority);
  const why = new Map(overview.value?.open.map((one) => [one.session, one]));
  const { broken, open: openSeats } = standing.value;
  return (
    <>
      {broken.length > 0 && (
        <section>
          <h2 class="bad">{w.breaks(broken.length)}</h2>
          <ul class="plainlist">
            {broken.slice(0, 30).map((one) => {
              const { rule, where, text } = one;
              return (
                <li key={`${rule} ${where} ${text}`}>
                  {now.sessions.some(({ id }) => id === where) ? (
                    <button
                      type="button"
                      class="link"
                      onClick={() => {
                        selected.value = where;
                      }}
                    >
                      {named(where)}
                    </button>
                  ) : (
                    <b>{named(where)}</b>
                  )}
                  : {brokenText(one)}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {openSeats.size > 0 && (
        <section>
          <h2 class="warm">{w.seatsOpen(standing.value.openSeats)}</h2>
          <ul class="plainlist">
            {[...openSeats].map(([session, count]) => (
              <li key={session}>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    selected.value = session;
                  }}
                >
                  {named(session)}
                </button>
                : {w.seatsOpen(count)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h2>
          {w.noTeam} ({open.length})
        </h2>
        {open.length === 0 && <p class="hint">{w.noTeams}</p>}
        <ul class="cards">
          {open.slice(0, 200).map((session) => {
            const part = session.slots[0]?.[0];
            const reasons = why.get(session.id);
            return (
              <li key={session.id}>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    selected.value = session.id;
                  }}
                >
                  <b>{sessionLabel(session)}</b>
                </button>
                <small>
                  {placeName(session.place, w.online)}
                  {part !== undefined && (
                    <>
                      {" · "}
                      <span class="when">{`${shortDay(part[0], lang.value)} ${hours(part[0], part[1])}`}</span>
                    </>
                  )}
                </small>
                {reasons !== undefined && (
                  <ul class="reasons">
                    {reasons.reasons.map(({ rule, text }, i) => (
                      <li key={rule}>
                        {i > 0 ? `${reasons.together ? w.both : w.either}: ` : ""}
                        {w.rules[rule] ?? text}
                      </li>
                    ))}
                  </ul>
                )}
              </li>
            );
          })}
        </ul>
      </section>
      <section>
        <h2>{w.leans}</h2>
        {overview.value?.leans.length === 0 && <p class="hint">{w.leansNone}</p>}
        <ul class="plainlist">
          {overview.value?.leans.slice(0, 20).map(({ trainer, sessions }) => (
            <li key={trainer}>
              <b>{trainerName(trainer)}</b>: {w.leansOn(sessions.length)}
              <div class="tags">
                {sessions.slice(0, 8).map((id) => (
                  <button
                    key={id}
                    type="button"
                    class="tag"
                    title={sessionName(id)}
                    aria-label={`${id}: ${sessionName(id)}`}
                    onClick={() => {
                      selected.value = id;
                    }}
                  >
                    {id}
                  </button>
                ))}
              </div>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
