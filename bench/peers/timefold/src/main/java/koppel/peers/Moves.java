package koppel.peers;

import ai.timefold.solver.core.api.score.director.ScoreDirector;
import ai.timefold.solver.core.impl.heuristic.selector.move.factory.MoveIteratorFactory;
import java.util.Iterator;
import java.util.List;
import java.util.Random;

/** Our own moves: another team, one other member, another slot, two members swapped; each ejects what is in its way. */
public final class Moves implements MoveIteratorFactory<Planning, Rebooking> {
    private static final int ATTEMPTS = 50;

    @Override
    public long getSize(ScoreDirector<Planning> director) {
        return director.getWorkingSolution().getBookings().size();
    }

    @Override
    public Iterator<Rebooking> createOriginalMoveIterator(ScoreDirector<Planning> director) {
        throw new UnsupportedOperationException("these moves come in random order only");
    }

    @Override
    public Iterator<Rebooking> createRandomMoveIterator(ScoreDirector<Planning> director, Random random) {
        return new Source(director.getWorkingSolution().book(), random);
    }

    private static final class Source implements Iterator<Rebooking> {
        private final Book book;
        private final Session[] sessions;
        private final Random random;
        private final Trial trial;

        Source(Book book, Random random) {
            this.book = book;
            this.random = random;
            sessions = book.season.sessions;
            trial = new Trial(book, random);
        }

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Rebooking next() {
            for (int i = 0; i < ATTEMPTS; i++) {
                List<Team> wanted = wanted();
                Rebooking move = wanted.isEmpty() ? null : trial.rebook(wanted);
                if (move != null) return move;
            }
            return new Rebooking(List.of(), List.of());
        }

        private List<Team> wanted() {
            Session session = sessions[random.nextInt(sessions.length)];
            if (session.teams.isEmpty()) return List.of();
            Team now = book.of(session);
            int kind = random.nextInt(100);
            if (now == null || kind < 25) return one(cheap(session), now);
            if (kind < 65) return one(otherMember(now), now);
            if (kind < 75) return one(session.find(random.nextInt(session.slots.length), now.trainers, now.roles), now);
            return swap(now);
        }

        private static List<Team> one(Team team, Team now) {
            return team == null || team == now ? List.of() : List.of(team);
        }

        /** A team, rather a cheap one. */
        private Team cheap(Session session) {
            double share = random.nextDouble();
            return session.teams.get((int) (session.teams.size() * share * share));
        }

        private Team otherMember(Team now) {
            int seat = random.nextInt(now.trainers.length);
            int[] able = now.session.candidates[now.slot][now.roles[seat]];
            return able.length == 0 ? null : with(now, seat, able[random.nextInt(able.length)]);
        }

        private static Team with(Team team, int seat, int trainer) {
            if (team.has(trainer)) return null;
            int[] trainers = team.trainers.clone();
            trainers[seat] = trainer;
            return team.session.find(team.slot, trainers, team.roles);
        }

        /** Two sessions exchange a member of one role. */
        private List<Team> swap(Team one) {
            Team other = book.of(sessions[random.nextInt(sessions.length)]);
            if (other == null || other.session == one.session) return List.of();
            int a = random.nextInt(one.trainers.length);
            for (int b = 0; b < other.trainers.length; b++) {
                if (other.roles[b] != one.roles[a] || other.trainers[b] == one.trainers[a]) continue;
                Team first = with(one, a, other.trainers[b]);
                Team second = with(other, b, one.trainers[a]);
                if (first == null || second == null) return List.of();
                // A session of a series comes after the one before it.
                return other.session == one.session.previous ? List.of(second, first) : List.of(first, second);
            }
            return List.of();
        }
    }
}
