package dev.twinwatch.trainer.inspection;

import java.util.List;
import java.util.Optional;

/**
 * How many events the encoder looks at.
 *
 * @param length events in a window
 * @param minimum events from which the service scores
 * @param by the column that starts a new sequence, if there is one
 * @param why where the numbers come from
 */
record SequenceChoice(int length, int minimum, Optional<Column> by, String why) {
    private static final int LONGEST_SESSION = 64;

    static SequenceChoice of(Habits habits, List<Column> columns) {
        Optional<Column> session = columns.stream()
                .filter(column -> column.name().session() && startsSequences(habits.of(column.path())))
                .findFirst();
        long events = habits.medianEvents();
        if (session.isPresent()) {
            double run = habits.of(session.get().path()).run();
            int length = (int) Math.max(2, Math.min(LONGEST_SESSION, Math.round(run)));
            return new SequenceChoice(
                    length,
                    Math.max(1, length / 2),
                    session,
                    "A new value of " + Words.clean(session.get().path()) + " starts a new sequence, about every "
                            + Words.number(Math.round(run)) + " events.");
        }
        int length = events >= 2_000 ? 64 : events >= 300 ? 32 : events >= 60 ? 16 : events >= 24 ? 8 : 4;
        return new SequenceChoice(
                length,
                Math.max(2, length / 4),
                Optional.empty(),
                "Each event is judged together with the ones before it. Half of all have " + Words.number(events)
                        + " events or more, which makes " + Math.max(1, Math.round(2.0 * events / length) - 1)
                        + " windows of " + length + " that overlap by half.");
    }

    /** Every value stands in one run of several events, and does not come back. */
    private static boolean startsSequences(Habit habit) {
        boolean oneRun = Math.abs(habit.changing() - (1 - habit.returning())) < .01;
        return oneRun && habit.changing() > .005 && habit.changing() < .4;
    }
}
