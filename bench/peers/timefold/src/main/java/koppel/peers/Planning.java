package koppel.peers;

import ai.timefold.solver.core.api.domain.solution.PlanningEntityCollectionProperty;
import ai.timefold.solver.core.api.domain.solution.PlanningScore;
import ai.timefold.solver.core.api.domain.solution.PlanningSolution;
import ai.timefold.solver.core.api.score.buildin.simplelong.SimpleLongScore;
import java.util.ArrayList;
import java.util.List;

/** The planning solution: all bookings. The book is shared by all clones; it stands for the one that is worked on. */
@PlanningSolution
public class Planning {
    private List<Booking> bookings = new ArrayList<>();
    private SimpleLongScore score;
    private Book book;

    /** For the solver's cloner. */
    public Planning() {}

    Planning(Book book) {
        this.book = book;
        for (Session session : book.season.sessions) {
            Booking booking = new Booking(session);
            booking.setTeam(book.of(session));
            bookings.add(booking);
        }
    }

    Book book() {
        return book;
    }

    @PlanningEntityCollectionProperty
    public List<Booking> getBookings() {
        return bookings;
    }

    public void setBookings(List<Booking> bookings) {
        this.bookings = bookings;
    }

    @PlanningScore
    public SimpleLongScore getScore() {
        return score;
    }

    public void setScore(SimpleLongScore score) {
        this.score = score;
    }
}
