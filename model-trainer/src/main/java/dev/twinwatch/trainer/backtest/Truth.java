package dev.twinwatch.trainer.backtest;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.source.Label;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What labels say happened, to hold alerts against; sees the events of an entity once, in their order.
 *
 * <p>Where the watch has no time, labels speak of positions, and those count on from the history to the events, as the engine
 * counts them.
 */
final class Truth {
    private final boolean timed;
    private final boolean calendar;
    private final int window;
    private final Map<String, Known> byEntity = new HashMap<>();
    private final Set<Label> met = new HashSet<>();
    private final List<Stretch> stretches = new ArrayList<>();
    private long fraudEnrolled;

    Truth(Watch watch, List<Label> labels) {
        this.timed = watch.time().isPresent();
        this.calendar = watch.hasCalendar();
        this.window = watch.sequence().length();
        for (Label label : labels) {
            byEntity.computeIfAbsent(label.entity(), entity -> new Known()).add(label);
        }
    }

    /** An event of the history. */
    void enrolled(Event event) {
        Known known = byEntity.get(event.entity());
        if (known != null) {
            List<Label> these = known.next(event, timed);
            met.addAll(these);
            fraudEnrolled += these.stream().anyMatch(Truth::isFraud) ? 1 : 0;
        }
    }

    /** What an alert is worth that opens at this event, the newest of its entity. */
    Finding judged(Event event) {
        Known known = byEntity.get(event.entity());
        if (known == null) {
            return new Finding.Wrong();
        }
        List<Label> these = known.next(event, timed);
        met.addAll(these);
        known.isFraud = these.stream().anyMatch(Truth::isFraud);
        long after = known.position - known.last;
        boolean again = known.last > 0 && after <= window;
        if (!known.isFraud) {
            return again ? new Finding.Late(after) : new Finding.Wrong();
        }
        Stretch now = known.newest;
        if (now == null || !again) {
            now = begin(event);
            known.newest = now;
        }
        known.last = known.position;
        now.events++;
        these.stream().filter(Truth::isFraud).forEach(now.labels::add);
        return new Finding.Right(now.events);
    }

    /** An alert opened at this event, which was just judged. */
    void alerted(Event event) {
        Known known = byEntity.get(event.entity());
        if (known != null && known.isFraud && known.newest != null) {
            known.newest.caught(event.time());
        }
    }

    private Stretch begin(Event event) {
        Stretch stretch = new Stretch(event);
        stretches.add(stretch);
        return stretch;
    }

    private static boolean isFraud(Label label) {
        return label.kind() == Label.Kind.FRAUD;
    }

    List<Takeover> takeovers() {
        return stretches.stream().map(stretch -> stretch.takeover(calendar)).toList();
    }

    /** Labels that speak of an event that was seen. */
    Set<Label> met() {
        return met;
    }

    /** Whether an entity of which a label speaks had an event. */
    boolean knows(String entity) {
        Known known = byEntity.get(entity);
        return known != null && known.position > 0;
    }

    /** Events of the history that labels call fraud. */
    long fraudEnrolled() {
        return fraudEnrolled;
    }

    private static final class Known {
        private final List<Label> ranges = new ArrayList<>();
        private final Map<String, List<Label>> byEvent = new HashMap<>();
        /** The last takeover so far. */
        private @Nullable Stretch newest;
        /** Whether the newest event is part of it. */
        private boolean isFraud;

        private long position;
        /** Position of its last event so far. */
        private long last;

        void add(Label label) {
            if (label.eventId().isEmpty()) {
                ranges.add(label);
            } else {
                byEvent.computeIfAbsent(label.eventId(), id -> new ArrayList<>())
                        .add(label);
            }
        }

        List<Label> next(Event event, boolean timed) {
            position++;
            List<Label> these = new ArrayList<>(byEvent.getOrDefault(event.id(), List.of()));
            long time = timed ? event.time() : position;
            for (Label label : ranges) {
                if (label.covers(event.entity(), event.id(), time)) {
                    these.add(label);
                }
            }
            return these;
        }
    }

    private static final class Stretch {
        private final String entity;
        private final long from;
        private final Set<Label> labels = new LinkedHashSet<>();
        private int events;
        private int caughtAt;
        private long caughtTime;

        Stretch(Event first) {
            this.entity = first.entity();
            this.from = first.time();
        }

        void caught(long time) {
            if (caughtAt == 0) {
                caughtAt = events;
                caughtTime = time;
            }
        }

        Takeover takeover(boolean calendar) {
            return new Takeover(
                    entity,
                    events,
                    caughtAt == 0 ? OptionalInt.empty() : OptionalInt.of(caughtAt),
                    caughtAt == 0 || !calendar ? OptionalLong.empty() : OptionalLong.of(Math.max(0, caughtTime - from)),
                    List.copyOf(labels));
        }
    }
}
