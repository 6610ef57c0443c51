package dev.twinwatch.stream.limits;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What all tasks counted on the last days of events, and when the limit was changed. Of one thread. */
public final class Totals {
    /** Whole days that are looked back on. */
    static final int DAYS = 7;
    /** More than seven days under several models and limits have; beyond, the one with the fewest events is forgotten. */
    static final int MOST = 64;
    /** Days that fewer than one of so many events are later than are not begun: some clocks are wrong. */
    private static final int STRAY = 100;

    /** After a change so many milliseconds pass until all tasks know of it, and some more. */
    private static final long SETTLING = 10_000;

    private static final byte FORMAT = 1;

    private final Map<Tally.Under, Tally> tallies = new HashMap<>();
    private long changedOn = Long.MIN_VALUE;
    private long changedAt = Long.MIN_VALUE;

    /** Takes in what a task told, and forgets what is too old. */
    public void add(Tally told) {
        tallies.computeIfAbsent(told.under(), Tally::new).add(told);
        long oldest = today() - DAYS;
        tallies.keySet().removeIf(under -> under.day() < oldest);
        while (tallies.size() > MOST) {
            tallies.values().stream()
                    .min(Comparator.comparingLong(Tally::scored))
                    .ifPresent(fewest -> tallies.remove(fewest.under()));
        }
    }

    /** The day that events have come to, days since 1970. */
    public long today() {
        NavigableMap<Long, Long> newestFirst = scoredByDay().descendingMap();
        long all = newestFirst.values().stream().mapToLong(Long::longValue).sum();
        long later = 0;
        for (Map.Entry<Long, Long> day : newestFirst.entrySet()) {
            later += day.getValue();
            if (later * STRAY >= all) {
                return day.getKey();
            }
        }
        return Long.MIN_VALUE;
    }

    /** Time of the newest event, stray ones aside, microseconds since 1970. */
    public long newest() {
        long tomorrow = today() + 1;
        return tallies.values().stream()
                .filter(tally -> tally.under().day() <= tomorrow)
                .mapToLong(Tally::newest)
                .max()
                .orElse(0);
    }

    /** The events of the days before today under this model and limit, as if they were of one day. */
    public Tally finished(String model, double limit) {
        Tally sum = new Tally(new Tally.Under(model, limit, today()));
        tallies.values().stream()
                .filter(tally -> tally.under().day() < today())
                .filter(tally ->
                        tally.under().model().equals(model) && tally.under().limit() == limit)
                .forEach(sum::add);
        return sum;
    }

    /** Scored events on a day before today; the oldest day may have begun before this counted. Empty where there is no other. */
    public OptionalDouble eventsPerDay() {
        return scoredByDay().headMap(today(), false).values().stream()
                .skip(1)
                .mapToLong(Long::longValue)
                .average();
    }

    /**
     * Whether the limit may change: it does once a day, and not by what was told at once with the reason of the last change.
     *
     * @param now milliseconds since 1970
     */
    public boolean mayChange(long now) {
        return today() > changedOn && (changedAt == Long.MIN_VALUE || now >= changedAt + SETTLING);
    }

    /** The limit is changed now, milliseconds since 1970. */
    public void changed(long now) {
        changedOn = today();
        changedAt = now;
    }

    private NavigableMap<Long, Long> scoredByDay() {
        NavigableMap<Long, Long> byDay = new TreeMap<>();
        tallies.values().forEach(tally -> byDay.merge(tally.under().day(), tally.scored(), Long::sum));
        return byDay;
    }

    /** Format 1: format (1), day and time of the last change (8 each), number of tallies (4), for each its length (4) and bytes. */
    public byte[] encode() {
        List<byte[]> encoded = tallies.values().stream()
                .sorted(Comparator.comparing((Tally tally) -> tally.under().day())
                        .thenComparing(tally -> tally.under().model())
                        .thenComparing(tally -> tally.under().limit()))
                .map(Tally::encode)
                .toList();
        int size = 1 + 2 * Long.BYTES + Integer.BYTES;
        for (byte[] tally : encoded) {
            size += Integer.BYTES + tally.length;
        }
        ByteBuffer out = ByteBuffer.allocate(size)
                .put(FORMAT)
                .putLong(changedOn)
                .putLong(changedAt)
                .putInt(encoded.size());
        encoded.forEach(tally -> out.putInt(tally.length).put(tally));
        return out.array();
    }

    /** Throws IllegalArgumentException where these are other bytes. */
    public static Totals decode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != FORMAT) {
                throw new IllegalArgumentException("totals of events are stored in format " + bytes[0]
                        + ", this release reads " + FORMAT + ": use the release that wrote them");
            }
            Totals totals = new Totals();
            totals.changedOn = in.getLong();
            totals.changedAt = in.getLong();
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                byte[] encoded = new byte[Tally.length(in.getInt(), in)];
                in.get(encoded);
                Tally tally = Tally.decode(encoded);
                totals.tallies.put(tally.under(), tally);
            }
            return totals;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("totals of events are cut at " + bytes.length + " bytes", e);
        }
    }
}
