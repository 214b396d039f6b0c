package koppel.peers;

import java.util.ArrayList;
import java.util.List;

/** Who is booked where now, and what that costs. It is the working memory of the score and of the moves. */
final class Book {
    final Season season;
    final Team[] teams;
    private final List<List<Team>> diaries = new ArrayList<>();
    private final long[] loads;
    private final long[] spent;
    private final long fairness;
    private final long activation;
    private final long continuity;
    private long cost;

    Book(Season season) {
        this.season = season;
        teams = new Team[season.sessions.length];
        loads = new long[season.trainers.length];
        spent = new long[season.budgets.length];
        fairness = season.weight("fairness");
        activation = season.weight("activation");
        continuity = season.weight("continuity");
        for (int i = 0; i < loads.length; i++) diaries.add(new ArrayList<>());
        clear();
    }

    /** An empty plan. */
    void clear() {
        java.util.Arrays.fill(teams, null);
        java.util.Arrays.fill(loads, 0);
        java.util.Arrays.fill(spent, 0);
        diaries.forEach(List::clear);
        cost = 0;
        for (Session session : season.sessions) cost += session.openCost;
        for (Trainer trainer : season.trainers) cost += fairness * trainer.unfairness(0);
    }

    long cost() {
        return cost;
    }

    List<Team> diary(int trainer) {
        return diaries.get(trainer);
    }

    Team of(Session session) {
        return session == null ? null : teams[session.index];
    }

    /** Gives a session a team, or none. */
    void set(Session session, Team team) {
        Team old = teams[session.index];
        if (old == team) return;
        if (old != null) apply(old, -1);
        teams[session.index] = team;
        if (team != null) apply(team, 1);
    }

    private void apply(Team team, int sign) {
        Session session = team.session;
        cost += sign * (team.cost - session.openCost);
        for (int trainer : team.trainers) {
            Trainer who = season.trainers[trainer];
            List<Team> diary = diaries.get(trainer);
            cost -= fairness * who.unfairness(loads[trainer]) + (diary.isEmpty() ? 0 : activation);
            loads[trainer] += sign * session.halfDays;
            if (sign > 0) diary.add(team);
            else diary.remove(team);
            cost += fairness * who.unfairness(loads[trainer]) + (diary.isEmpty() ? 0 : activation);
        }
        if (session.programme >= 0) spent[session.programme] += sign * team.fees;
        if (continuity > 0) cost += sign * continuity * newcomers(team);
    }

    private int newcomers(Team team) {
        Team before = of(team.session.previous);
        Team after = of(team.session.next);
        return (before == null ? 0 : team.newSince(before)) + (after == null ? 0 : after.newSince(team));
    }

    /** What an open session's team would cost more than none. */
    long rise(Team team) {
        Session session = team.session;
        long rise = team.cost - session.openCost + continuity * newcomers(team);
        for (int trainer : team.trainers) {
            Trainer who = season.trainers[trainer];
            long load = loads[trainer];
            rise += fairness * (who.unfairness(load + session.halfDays) - who.unfairness(load));
            if (diaries.get(trainer).isEmpty()) rise += activation;
        }
        return rise;
    }

    /** Euros over a team's budget, if it came to what is booked. */
    long overspent(Team team) {
        int programme = team.session.programme;
        return programme < 0 ? 0 : spent[programme] + team.fees - season.budgets[programme];
    }

    /** Whether an open session can take a team as the rest stands. */
    boolean fits(Team team) {
        if (!fitsBefore(team) || !fitsAfter(team) || overspent(team) > 0) return false;
        for (int i = 0; i < team.trainers.length; i++) {
            Trainer who = season.trainers[team.trainers[i]];
            for (Team other : diaries.get(who.index)) if (Rules.clash(season, who, team, other)) return false;
            if (Rules.surplus(diaries.get(who.index), who, team, team.roles[i]) != null) return false;
        }
        return true;
    }

    /** Rule 19 against the session before. */
    boolean fitsBefore(Team team) {
        if (team.session.previous == null) return true;
        Team before = of(team.session.previous);
        return before != null && team.session.follows(before.slot, team.slot);
    }

    /** Rule 19 against the session after, where it is staffed. */
    boolean fitsAfter(Team team) {
        Team after = of(team.session.next);
        return after == null || after.session.follows(team.slot, after.slot);
    }

    /** The team that suits an open session best as the rest stands, or null; it looks at so many that fit. */
    Team best(Session session, int most) {
        Team best = null;
        long least = session.isFullyPinned ? Long.MAX_VALUE : 0;
        int seen = 0;
        for (Team team : session.teams) {
            if (seen >= most) break;
            if (!fits(team)) continue;
            seen++;
            long rise = rise(team);
            if (rise < least) {
                least = rise;
                best = team;
            }
        }
        return best;
    }
}
