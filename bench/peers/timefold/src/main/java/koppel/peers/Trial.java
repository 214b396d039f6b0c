package koppel.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tries teams out on the book: what stands in their way is ejected and found another place, where there is one. */
final class Trial {
    /** Teams that fit are compared for an ejected session. */
    private static final int COMPARED = 12;
    /** An attempt that would eject more is given up. */
    private static final int MOST_EJECTED = 5;

    private final Book book;
    private final Random random;
    private final Map<Session, Team> before = new LinkedHashMap<>();
    private final List<Session> ejected = new ArrayList<>();

    Trial(Book book, Random random) {
        this.book = book;
        this.random = random;
    }

    /** The move that gives these sessions their teams, or null where they cannot have them. The book is left as it was. */
    Rebooking rebook(List<Team> wanted) {
        boolean isPossible = true;
        for (Team team : wanted) set(team.session, null);
        for (Team team : wanted) isPossible = isPossible && makeRoom(team);
        if (isPossible) reinsert();
        List<Session> sessions = new ArrayList<>();
        List<Team> teams = new ArrayList<>();
        for (Map.Entry<Session, Team> entry : before.entrySet()) {
            Team now = book.of(entry.getKey());
            if (now == entry.getValue()) continue;
            sessions.add(entry.getKey());
            teams.add(now);
        }
        before.forEach((session, team) -> book.set(session, null));
        before.forEach(book::set);
        before.clear();
        ejected.clear();
        return isPossible && !sessions.isEmpty() ? new Rebooking(sessions, teams) : null;
    }

    private void set(Session session, Team team) {
        before.putIfAbsent(session, book.of(session));
        book.set(session, team);
    }

    /** Ejects what excludes a team and books it. */
    private boolean makeRoom(Team team) {
        if (!book.fitsBefore(team)) return false;
        if (!book.fitsAfter(team) && !eject(team.session.next)) return false;
        for (int i = 0; i < team.trainers.length; i++) {
            Trainer who = book.season.trainers[team.trainers[i]];
            for (Team other : List.copyOf(book.diary(who.index))) {
                // A team that was ejected meanwhile, with the end of its series, is in nobody's way.
                boolean isThere = book.of(other.session) == other;
                if (isThere && Rules.clash(book.season, who, team, other) && !eject(other.session)) return false;
            }
            for (Team other; (other = Rules.surplus(book.diary(who.index), who, team, team.roles[i])) != null; ) {
                if (other == team || !eject(other.session)) return false;
            }
        }
        while (book.overspent(team) > 0) if (!ejectFrom(team.session)) return false;
        // Ejecting the end of a series may have taken the session before.
        if (!book.fitsBefore(team) || before.containsKey(team.session) && book.of(team.session) != null) return false;
        set(team.session, team);
        return true;
    }

    /** Leaves a session, and the rest of its series, without a team. */
    private boolean eject(Session first) {
        for (Session session = first; session != null && book.of(session) != null; session = session.next) {
            // What is touched already stays as it is.
            if (session.isFullyPinned || before.containsKey(session) || ejected.size() >= MOST_EJECTED) return false;
            ejected.add(session);
            set(session, null);
        }
        return true;
    }

    /** Ejects some other session of the same programme. */
    private boolean ejectFrom(Session here) {
        int count = book.season.sessions.length;
        int start = random.nextInt(count);
        for (int i = 0; i < count; i++) {
            Session session = book.season.sessions[(start + i) % count];
            if (session.programme == here.programme && session != here && book.of(session) != null) return eject(session);
        }
        return false;
    }

    private void reinsert() {
        // Each series was ejected from its front, so that in this order a session comes after the one before it.
        for (Session session : ejected) {
            Team best = book.best(session, COMPARED);
            if (best != null) set(session, best);
        }
    }
}
