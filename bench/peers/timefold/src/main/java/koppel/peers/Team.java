package koppel.peers;

/** A slot and a whole team of a session that obeys every rule of one session. */
final class Team {
    final Session session;
    final int slot;
    final int[] trainers;
    final int[] roles;
    /** what the session costs with it, but for what depends on other sessions */
    final long cost;
    final long fees;

    Team(Session session, int slot, int[] trainers, int[] roles, long cost, long fees) {
        this.session = session;
        this.slot = slot;
        this.trainers = trainers;
        this.roles = roles;
        this.cost = cost;
        this.fees = fees;
    }

    Times.Part[] parts() {
        return session.slots[slot];
    }

    boolean has(int trainer) {
        for (int member : trainers) if (member == trainer) return true;
        return false;
    }

    /** How many members, actors apart, had no seat in the team before. */
    int newSince(Team before) {
        int count = 0;
        for (int i = 0; i < trainers.length; i++) if (roles[i] != Session.ACTOR && !before.has(trainers[i])) count++;
        return count;
    }
}
