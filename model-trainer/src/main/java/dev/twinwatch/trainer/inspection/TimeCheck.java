package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.history.EntityHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether times are what their unit says, in order, and not in the future. */
final class TimeCheck {
    /** Clocks of other machines, and zones that were forgotten. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private static final long YEAR_1990 = 631_152_000_000_000L;

    private final Watch watch;
    private final Findings findings;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long steps;
    private long backwards;
    private long late;

    TimeCheck(Watch watch, Findings findings) {
        this.watch = watch;
        this.findings = findings;
    }

    void look(List<EntityHistory> histories, Column column, Instant now) {
        histories.forEach(this::walk);
        TimeField time = watch.time().orElseThrow();
        String unit = time.unit().name().toLowerCase(Locale.ROOT);
        if (steps == 0 && first > last) {
            return;
        }
        String span = watch.hasCalendar()
                ? Words.time(first) + " to " + Words.time(last) + " UTC"
                : "positions " + Words.number(first) + " to " + Words.number(last);
        findings.line(
                Words.clean(time.field()) + " (" + unit + ")",
                span + "; "
                        + (backwards == 0
                                ? "in order"
                                : Words.percent(backwards / (double) steps)
                                        + " of the events are older than the one before of the same "
                                        + Words.clean(watch.entity())));
        if (backwards > 0) {
            findings.warns(Words.number(backwards) + " events are older than the one before of the same "
                    + Words.clean(watch.entity()) + ": sort the file by time, since rows are taken in their order"
                    + (late == 0
                            ? ""
                            : "; " + Words.number(late) + " of them are later than `lateness` allows, and the"
                                    + " service would not score them"));
        }
        if (watch.hasCalendar()) {
            calendar(column, unit, now);
        }
    }

    private void walk(EntityHistory history) {
        long newest = Long.MIN_VALUE;
        Optional<Event> before = Optional.empty();
        for (Event event : history.events()) {
            first = Math.min(first, event.time());
            last = Math.max(last, event.time());
            if (before.isPresent()) {
                steps++;
                backwards += event.time() < before.get().time() ? 1 : 0;
                late += newest - event.time() > watch.lateness() ? 1 : 0;
            }
            newest = Math.max(newest, event.time());
            before = Optional.of(event);
        }
    }

    private void calendar(Column column, String unit, Instant now) {
        Optional<TimeField.Unit> better = TimeChoice.of(column)
                .filter(TimeChoice::since1970)
                .map(TimeChoice::unit)
                .filter(guess -> !guess.name().toLowerCase(Locale.ROOT).equals(unit));
        long future = ChronoUnit.MICROS.between(Instant.EPOCH, now.plus(TOLERANCE));
        String field = Words.clean(column.path());
        if (better.isPresent()) {
            findings.warns("as " + unit + ", " + field + " goes from " + Words.time(first) + " to " + Words.time(last)
                    + ": its values look like " + Words.unit(better.get()) + ", write `unit: "
                    + better.get().name().toLowerCase(Locale.ROOT) + "`");
        } else if (last > future) {
            findings.warns("the last event is in the future (" + Words.time(last)
                    + " UTC): check clock, zone and unit of " + field);
        } else if (first < YEAR_1990) {
            findings.warns("the first event is of " + Words.time(first) + " UTC: if " + field
                    + " counts from another start than 1970, hours are right only where that was a midnight, and"
                    + " weekdays only where it was a Thursday");
        }
    }
}
