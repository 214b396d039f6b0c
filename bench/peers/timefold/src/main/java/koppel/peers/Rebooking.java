package koppel.peers;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.move.AbstractSimplifiedMove;
import java.util.List;

/** A move: some sessions get other teams, or none. */
final class Rebooking extends AbstractSimplifiedMove<Planning> {
    private final List<Session> sessions;
    private final List<Team> teams;

    Rebooking(List<Session> sessions, List<Team> teams) {
        this.sessions = sessions;
        this.teams = teams;
    }

    @Override
    public boolean isMoveDoable(ScoreDirector<Planning> director) {
        return !sessions.isEmpty();
    }

    @Override
    protected void doMoveOnGenuineVariables(ScoreDirector<Planning> director) {
        List<Booking> bookings = director.getWorkingSolution().getBookings();
        for (int i = 0; i < sessions.size(); i++) {
            Booking booking = bookings.get(sessions.get(i).index);
            director.beforeVariableChanged(booking, "team");
            booking.setTeam(teams.get(i));
            director.afterVariableChanged(booking, "team");
        }
    }
}
