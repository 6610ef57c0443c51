package dev.twinwatch.stream.drift;

import dev.twinwatch.engine.drift.Drift;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What all tasks counted on days that were not yet reported. Of one thread. */
public final class TrafficDays {
    private static final byte FORMAT = 1;
    /** More than days under several models have; beyond, those with the fewest events are forgotten. */
    private static final int MOST = 64;
    /** Fewer than one of so many events neither begin a day nor hold one up: some clocks are wrong. */
    private static final int STRAY = 100;

    private final Map<DayCounts.Under, DayCounts> counts = new HashMap<>();
    /** Events by day that were told since the last look. */
    private final Map<Long, Long> fresh = new HashMap<>();

    private long reportedUpTo = Long.MIN_VALUE;
    private double reportedIndex = Double.NaN;
    private boolean looked;

    /**
     * Days that are over.
     *
     * @param last of them, days since 1970-01-01 UTC
     * @param counts of the model that decided most of their events
     * @param frauds alerts that people called fraud meanwhile
     * @param legitimate alerts that people called legitimate
     */
    public record Over(long last, DayCounts counts, long frauds, long legitimate) {}

    /** Takes in what a task told; what is of a day that was reported comes too late. */
    public void add(DayCounts told) {
        if (told.under().day() <= reportedUpTo) {
            return;
        }
        DayCounts known = counts.get(told.under());
        if (known == null) {
            counts.put(told.under(), told);
        } else {
            known.add(told);
        }
        fresh.merge(told.under().day(), told.events(), Long::sum);
        while (counts.size() > MOST) {
            counts.values().stream()
                    .min(Comparator.comparingLong(DayCounts::events))
                    .ifPresent(fewest -> counts.remove(fewest.under()));
        }
    }

    /**
     * The days that are over and were not reported, with enough events to say something; none while tasks still tell of them. To
     * be asked now and then, each time after every task has told.
     */
    public Optional<Over> over() {
        Optional<Over> over = looked ? lastOver().map(this::upTo) : Optional.empty();
        over.ifPresent(days -> {
            reportedUpTo = days.last();
            counts.keySet().removeIf(under -> under.day() <= days.last());
        });
        looked = true;
        fresh.clear();
        return over;
    }

    private Optional<Long> lastOver() {
        NavigableMap<Long, Long> events = eventsByDay();
        long today = today(events);
        long before = 0;
        long told = 0;
        for (Map.Entry<Long, Long> day : events.headMap(today, false).entrySet()) {
            before += day.getValue();
            told += fresh.getOrDefault(day.getKey(), 0L);
            if (told * STRAY < before && most(day.getKey()).events() >= Drift.LEAST_EVENTS) {
                return Optional.of(day.getKey());
            }
        }
        return Optional.empty();
    }

    /** The day that events have come to. */
    private static long today(NavigableMap<Long, Long> events) {
        long all = events.values().stream().mapToLong(Long::longValue).sum();
        long later = 0;
        for (Map.Entry<Long, Long> day : events.descendingMap().entrySet()) {
            later += day.getValue();
            if (later * STRAY >= all) {
                return day.getKey();
            }
        }
        return Long.MIN_VALUE;
    }

    private NavigableMap<Long, Long> eventsByDay() {
        NavigableMap<Long, Long> byDay = new TreeMap<>();
        counts.values().stream()
                .filter(counted -> counted.events() > 0)
                .forEach(counted -> byDay.merge(counted.under().day(), counted.events(), Long::sum));
        return byDay;
    }

    private Over upTo(long last) {
        List<DayCounts> until = counts.values().stream()
                .filter(counted -> counted.under().day() <= last)
                .toList();
        return new Over(
                last,
                most(last),
                until.stream().mapToLong(DayCounts::frauds).sum(),
                until.stream().mapToLong(DayCounts::legitimate).sum());
    }

    /** What was counted up to a day under the model that has most of it. */
    private DayCounts most(long last) {
        Map<String, DayCounts> byModel = new HashMap<>();
        counts.values().stream()
                .filter(counted -> counted.under().day() <= last && counted.events() > 0)
                .forEach(counted -> byModel.merge(counted.under().model(), copy(counted, last), TrafficDays::sum));
        return byModel.values().stream()
                .max(Comparator.comparingLong(DayCounts::events)
                        .thenComparing(counted -> counted.under().model()))
                .orElseThrow();
    }

    private static DayCounts copy(DayCounts counted, long last) {
        DayCounts copy = DayCounts.decode(counted.encode());
        return new DayCounts(new DayCounts.Under(copy.under().model(), last), copy.traffic());
    }

    private static DayCounts sum(DayCounts one, DayCounts other) {
        one.add(other);
        return one;
    }

    /** Largest index of the report before, no unit; empty where there was none. */
    public OptionalDouble reportedIndex() {
        return Double.isNaN(reportedIndex) ? OptionalDouble.empty() : OptionalDouble.of(reportedIndex);
    }

    /** The largest index of the newest report. */
    public void reported(double index) {
        reportedIndex = index;
    }

    /** Format 1: format (1), last reported day, its index (8 each), number of counts (4), for each its length (4) and bytes. */
    public byte[] encode() {
        List<byte[]> encoded = counts.values().stream()
                .sorted(Comparator.comparing(
                                (DayCounts counted) -> counted.under().day())
                        .thenComparing(counted -> counted.under().model()))
                .map(DayCounts::encode)
                .toList();
        int size = 1 + 2 * Long.BYTES + Integer.BYTES;
        for (byte[] counted : encoded) {
            size += Integer.BYTES + counted.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(reportedUpTo)
                .putDouble(reportedIndex)
                .putInt(encoded.size());
        encoded.forEach(counted -> out.putInt(counted.length).put(counted));
        return out.array();
    }

    /** Throws IllegalArgumentException where these are other bytes. */
    public static TrafficDays decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT) {
                throw new IllegalArgumentException("days of traffic are stored in format " + bytes[0]
                        + ", this release reads " + FORMAT + ": use the release that wrote them");
            }
            TrafficDays days = new TrafficDays();
            days.reportedUpTo = in.getLong();
            days.reportedIndex = in.getDouble();
            int size = in.getInt();
            for (int i = 0; i < size; i++) {
                byte[] encoded = new byte[in.getInt()];
                in.get(encoded);
                DayCounts counted = DayCounts.decode(encoded);
                days.counts.put(counted.under(), counted);
            }
            return days;
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("days of traffic are cut at " + bytes.length + " bytes", e);
        }
    }
}
