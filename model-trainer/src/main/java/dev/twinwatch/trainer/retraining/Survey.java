package dev.twinwatch.trainer.retraining;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Looks once through a history for the moments between which it teaches and is judged.
 *
 * @param from first moment that counts
 * @param cut what is before it trains the candidate, what is from it on compares both models
 * @param events from the first moment on
 * @param fraudsAfter events after the cut that labels call fraud
 * @param labels as they were given, but those of fraud begin a window earlier: the events before an alert made it rise, and nobody
 *     said whose they are
 */
record Survey(long from, long cut, long events, long fraudsAfter, List<Label> labels) {
    Survey {
        labels = List.copyOf(labels);
    }

    /** Of labelled frauds, or without them of all events, so many come before the cut. */
    private static final double BEFORE = 0.7;
    /** Of all events, so many at least and at most: either side needs honest ones too. */
    private static final double LEAST_BEFORE = 0.5;

    private static final double MOST_BEFORE = 0.9;

    /** Reads all of it; without a calendar there is no longest time. */
    static Survey of(EventSource source, Layout layout, List<Label> labels, Duration longest) {
        Visitor visitor = new Visitor(layout, labels);
        source.forEach(visitor);
        long[] moments = visitor.moments();
        int count = moments.length;
        if (count == 0) {
            return new Survey(Long.MIN_VALUE, Long.MIN_VALUE, 0, 0, labels);
        }
        long from = layout.watch().hasCalendar()
                ? moments[count - 1] - TimeUnit.NANOSECONDS.toMicros(longest.toNanos())
                : Long.MIN_VALUE;
        int first = firstFrom(moments, from);
        long least = moments[first + (int) ((count - first - 1) * LEAST_BEFORE)];
        long most = moments[first + (int) ((count - first - 1) * MOST_BEFORE)];
        long[] frauds = Arrays.stream(visitor.frauds())
                .filter(moment -> moment >= from)
                .sorted()
                .toArray();
        long wanted = frauds.length == 0
                ? moments[first + (int) ((count - first - 1) * BEFORE)]
                : frauds[(int) (frauds.length * BEFORE)];
        long cut = Math.max(least, Math.min(most, wanted));
        return new Survey(
                from,
                cut,
                count - first,
                Arrays.stream(frauds).filter(m -> m >= cut).count(),
                labels.stream().map(visitor::early).toList());
    }

    private static int firstFrom(long[] moments, long from) {
        int found = Arrays.binarySearch(moments, from);
        int first = found < 0 ? -found - 1 : found;
        while (first > 0 && moments[first - 1] == from) {
            first--;
        }
        return first;
    }

    private static final class Visitor implements RecordVisitor {
        private final Layout layout;
        private final EventReader reader;
        private final Map<String, List<Label>> frauds = new HashMap<>();
        private final Map<String, Long> positions = new HashMap<>();
        private final List<Long> ofFrauds = new ArrayList<>();
        private final Map<String, Deque<Long>> recent = new HashMap<>();
        private final Map<Label, Long> begins = new HashMap<>();
        private long[] moments = new long[1024];
        private int events;
        private long records;

        Visitor(Layout layout, List<Label> labels) {
            this.layout = layout;
            this.reader = new EventReader(layout);
            labels.stream()
                    .filter(label -> label.kind() == Label.Kind.FRAUD)
                    .forEach(label -> frauds.computeIfAbsent(label.entity(), e -> new ArrayList<>())
                            .add(label));
        }

        @Override
        public void record(Fields fields, Origin origin) {
            records++;
            if (reader.read(fields, origin) instanceof Reading.Understood understood) {
                Event event = understood.event();
                long moment = Period.momentOf(layout, event, records);
                if (events == moments.length) {
                    moments = Arrays.copyOf(moments, 2 * events);
                }
                moments[events++] = moment;
                List<Label> own = frauds.get(event.entity());
                if (own != null && isFraud(event, own)) {
                    ofFrauds.add(moment);
                }
            }
        }

        private boolean isFraud(Event event, List<Label> own) {
            long position = positions.merge(event.entity(), 1L, Long::sum);
            long time = layout.watch().time().isPresent() ? event.time() : position;
            Deque<Long> before = recent.computeIfAbsent(event.entity(), entity -> new ArrayDeque<>());
            before.addLast(time);
            if (before.size() > layout.watch().sequence().length()) {
                before.removeFirst();
            }
            List<Label> these = own.stream()
                    .filter(label -> label.covers(event.entity(), event.id(), time))
                    .toList();
            these.forEach(label -> begins.putIfAbsent(label, before.getFirst()));
            return !these.isEmpty();
        }

        /** The same label, of fraud from a window before; one of a single event stays, as nothing is known of others. */
        Label early(Label label) {
            Long begin = begins.get(label);
            return begin == null || !label.eventId().isEmpty()
                    ? label
                    : new Label(label.entity(), "", begin, label.to(), label.kind(), label.knownAt());
        }

        @Override
        public void unreadable(String reason, Origin origin) {
            records++;
        }

        long[] moments() {
            long[] sorted = Arrays.copyOf(moments, events);
            Arrays.sort(sorted);
            return sorted;
        }

        long[] frauds() {
            return ofFrauds.stream().mapToLong(Long::longValue).toArray();
        }
    }
}
