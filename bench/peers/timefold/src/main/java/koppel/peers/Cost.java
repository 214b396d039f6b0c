package koppel.peers;

import ai.timefold.solver.core.api.score.buildin.simplelong.SimpleLongScore;
import ai.timefold.solver.core.api.score.calculator.IncrementalScoreCalculator;

/** The score: the cost of the model, negated. The moves keep every hard rule, so that there is nothing else to count. */
public final class Cost implements IncrementalScoreCalculator<Planning, SimpleLongScore> {
    private Book book;

    @Override
    public void resetWorkingSolution(Planning planning) {
        book = planning.book();
        book.clear();
        for (Booking booking : planning.getBookings()) book.set(booking.session(), booking.getTeam());
    }

    @Override
    public void beforeVariableChanged(Object entity, String variable) {
        book.set(((Booking) entity).session(), null);
    }

    @Override
    public void afterVariableChanged(Object entity, String variable) {
        Booking booking = (Booking) entity;
        book.set(booking.session(), booking.getTeam());
    }

    @Override
    public void beforeEntityAdded(Object entity) {}

    @Override
    public void afterEntityAdded(Object entity) {}

    @Override
    public void beforeEntityRemoved(Object entity) {}

    @Override
    public void afterEntityRemoved(Object entity) {}

    @Override
    public SimpleLongScore calculateScore() {
        return SimpleLongScore.of(-book.cost());
    }
}
