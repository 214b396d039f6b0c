package koppel.peers;

import ai.timefold.solver.core.api.solver.Solver;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.factory.MoveIteratorFactoryConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.localsearch.decider.acceptor.LocalSearchAcceptorConfig;
import ai.timefold.solver.core.config.localsearch.decider.forager.LocalSearchForagerConfig;
import ai.timefold.solver.core.config.score.director.ScoreDirectorFactoryConfig;
import ai.timefold.solver.core.config.solver.SolverConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Plans a season with Timefold: `SEASON PLAN LOG SECONDS SEED THREADS`. Leaves a plan, and a log with a line
 * {"ms", "cost", "bound"} for its improvements; prints {"status"}. The open edition works with one thread, so that
 * THREADS is not used.
 */
public final class Main {
    /** Seconds left for writing the plan and ending. */
    private static final double TO_WRITE = 0.7;
    /** Improvements follow each other too quickly to tell them all. */
    private static final long MILLISECONDS_BETWEEN_LINES = 20;

    /**
     * Where annealing starts. On l1 (120 trainers, 700 sessions), 45 s on a busy machine: 60 comes to 263,972, 15 to
     * 267,562, late acceptance over 5,000 steps to 298,587.
     */
    private static final String TEMPERATURE = "60";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Main() {}

    public static void main(String[] args) throws IOException {
        if (args.length != 6) {
            System.err.println("usage: SEASON PLAN LOG SECONDS SEED THREADS");
            System.exit(2);
        }
        double seconds = Double.parseDouble(args[3]);
        Season season = Season.read(Path.of(args[0]));
        Book book = new Book(season);
        construct(book);
        Planning best;
        try (PrintWriter log = new PrintWriter(Files.newBufferedWriter(Path.of(args[2])))) {
            tell(log, book.cost());
            double left = Math.max(0.2, seconds - TO_WRITE - elapsed() / 1000.0);
            best = solve(new Planning(book), log, left, Long.parseLong(args[4]));
            tell(log, -best.getScore().score());
        }
        JSON.writeValue(Path.of(args[1]).toFile(), plan(season, best));
        System.out.print("{\"status\":\"time\"}");
    }

    private static long elapsed() {
        return System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime();
    }

    private static void tell(PrintWriter log, long cost) {
        log.println("{\"ms\":" + elapsed() + ",\"cost\":" + cost + ",\"bound\":0}");
        log.flush();
    }

    /** A first plan: sessions with the fewest teams first, each its best team. */
    private static void construct(Book book) {
        Session[] order = book.season.sessions.clone();
        Arrays.sort(order, Comparator.comparing((Session one) -> !one.isFullyPinned).thenComparing(one -> one.teams.size()));
        for (Session session : order) place(book, session);
    }

    private static void place(Book book, Session session) {
        if (book.of(session) != null) return;
        if (session.previous != null) place(book, session.previous);
        book.set(session, book.best(session, Integer.MAX_VALUE));
    }

    private static Planning solve(Planning first, PrintWriter log, double seconds, long seed) {
        SolverConfig config = new SolverConfig()
                .withSolutionClass(Planning.class)
                .withEntityClasses(Booking.class)
                .withScoreDirectorFactory(new ScoreDirectorFactoryConfig().withIncrementalScoreCalculatorClass(Cost.class))
                .withRandomSeed(seed)
                .withTerminationSpentLimit(Duration.ofMillis((long) (seconds * 1000)))
                .withPhases(new LocalSearchPhaseConfig()
                        .withMoveSelectorConfig(new MoveIteratorFactoryConfig().withMoveIteratorFactoryClass(Moves.class))
                        .withAcceptorConfig(new LocalSearchAcceptorConfig()
                                .withSimulatedAnnealingStartingTemperature(TEMPERATURE))
                        .withForagerConfig(new LocalSearchForagerConfig().withAcceptedCountLimit(1)));
        Solver<Planning> solver = SolverFactory.<Planning>create(config).buildSolver();
        long[] last = {0};
        solver.addEventListener(event -> {
            if (elapsed() - last[0] < MILLISECONDS_BETWEEN_LINES) return;
            last[0] = elapsed();
            tell(log, -event.getNewBestSolution().getScore().score());
        });
        return solver.solve(first);
    }

    private static ObjectNode plan(Season season, Planning best) {
        ObjectNode plan = JSON.createObjectNode();
        plan.put("format", "koppel-plan/1").put("season", season.id).put("cost", -best.getScore().score());
        ArrayNode assignments = plan.putArray("assignments");
        for (Booking booking : best.getBookings()) {
            Team team = booking.getTeam();
            if (team == null) continue;
            ObjectNode assignment = assignments.addObject().put("session", team.session.id).put("slot", team.slot);
            ArrayNode members = assignment.putArray("team");
            for (int i = 0; i < team.trainers.length; i++) {
                String trainer = season.trainers[team.trainers[i]].id;
                members.addObject().put("seat", Session.ROLES[team.roles[i]]).put("trainer", trainer);
            }
        }
        return plan;
    }
}
