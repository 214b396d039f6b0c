package koppel.peers;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;

/** The planning entity: a session and the team that it has now. */
@PlanningEntity
public class Booking {
    private Session session;
    private Team team;

    /** For the solver's cloner. */
    public Booking() {}

    Booking(Session session) {
        this.session = session;
    }

    @PlanningId
    public int getIndex() {
        return session.index;
    }

    Session session() {
        return session;
    }

    @PlanningVariable(allowsUnassigned = true, valueRangeProviderRefs = "teams")
    public Team getTeam() {
        return team;
    }

    public void setTeam(Team team) {
        this.team = team;
    }

    @ValueRangeProvider(id = "teams")
    public List<Team> getTeams() {
        return session.teams;
    }
}
