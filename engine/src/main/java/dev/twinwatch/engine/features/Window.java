package dev.twinwatch.engine.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Consecutive kept events of one entity, oldest first, as slots of a {@link Layout}; equal where all of that is. */
public final class Window {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);

    private final Layout layout;
    private final byte[] slots;
    /** Where the first slot begins. */
    private final int from;

    private final int events;
    private final long firstNumber;

    private Window(Layout layout, byte[] slots, int from, int events, long firstNumber) {
        this.layout = layout;
        this.slots = slots;
        this.from = from;
        this.events = events;
        this.firstNumber = firstNumber;
    }

    /**
     * A view, without a copy, of the first {@code events} slots; the bytes must not change while it is used.
     *
     * @param firstNumber running number, within the entity, of the oldest event
     */
    public static Window over(Layout layout, byte[] slots, int events, long firstNumber) {
        return over(layout, slots, 0, events, firstNumber);
    }

    /** The same for slots in the middle of larger bytes, from the byte {@code from} on. */
    public static Window over(Layout layout, byte[] bytes, int from, int events, long firstNumber) {
        if (events < 0 || bytes.length - from < events * layout.slotBytes()) {
            throw new IllegalArgumentException("window has " + (bytes.length - from) + " bytes, " + events
                    + " events of layout " + layout.description() + " need " + events * layout.slotBytes()
                    + ": the state was written for another watch");
        }
        return new Window(layout, bytes, from, events, firstNumber);
    }

    /** A window that owns its bytes. */
    public Window copy() {
        return new Window(layout, bytes(), 0, events, firstNumber);
    }

    /** The newest events of this window, copied. */
    public Window newest(int count) {
        return part(events - count, count);
    }

    /** So many events of this window from one of them on, copied. */
    public Window part(int first, int count) {
        byte[] some = Arrays.copyOfRange(slots, at(first), at(first + count));
        return new Window(layout, some, 0, count, firstNumber + first);
    }

    /** A copy of this window with the events of another one at some positions, as far as both reach. */
    public Window taking(BitSet positions, Window other) {
        byte[] mixed = bytes();
        int slot = layout.slotBytes();
        int common = Math.min(events, other.events);
        for (int i = positions.nextSetBit(0); i >= 0 && i < common; i = positions.nextSetBit(i + 1)) {
            System.arraycopy(other.slots, other.at(i), mixed, i * slot, slot);
        }
        return new Window(layout, mixed, 0, events, firstNumber);
    }

    /** The same where the values at some {@link Layout#places places} are missing; itself where there are none. */
    public Window without(Set<Integer> places) {
        if (places.isEmpty()) {
            return this;
        }
        byte[] left = bytes();
        for (int i = 0; i < events; i++) {
            for (int place : places) {
                leaveOut(layout, left, i * layout.slotBytes(), place);
            }
        }
        return new Window(layout, left, 0, events, firstNumber);
    }

    private static void leaveOut(Layout layout, byte[] slots, int at, int place) {
        int category = place - layout.numbers().size();
        int arrival = category - layout.categories().size();
        if (category < 0) {
            FLOAT.set(slots, at + layout.numberOffset(place), Float.NaN);
        } else if (arrival < 0) {
            LONG.set(slots, at + layout.categoryOffset(category), 0L);
        } else {
            FLOAT.set(slots, at + layout.arrivalOffset(arrival), layout.missingArrival(arrival));
        }
    }

    /** The slots alone, copied. */
    public byte[] bytes() {
        return Arrays.copyOfRange(slots, from, at(events));
    }

    /** Writes the slots alone. */
    public void writeTo(ByteBuffer out) {
        out.put(slots, from, events * layout.slotBytes());
    }

    private int at(int event) {
        return from + event * layout.slotBytes();
    }

    /** How many events. */
    public int events() {
        return events;
    }

    /** Running number of the oldest event. */
    public long firstNumber() {
        return firstNumber;
    }

    /** Running number of the newest event. */
    public long lastNumber() {
        return firstNumber + events - 1;
    }

    /** Whether the event with this running number is one of its events. */
    public boolean holds(long number) {
        return firstNumber <= number && number <= lastNumber();
    }

    /** The layout of its slots. */
    public Layout layout() {
        return layout;
    }

    /** Time of event i. */
    public long time(int i) {
        return (long) LONG.get(slots, at(i));
    }

    /** A number field of event i; NaN where missing. */
    public float number(int i, int field) {
        return (float) FLOAT.get(slots, at(i) + layout.numberOffset(field));
    }

    /** Hash of a category field of event i; 0 where missing. */
    public long category(int i, int field) {
        return (long) LONG.get(slots, at(i) + layout.categoryOffset(field));
    }

    /** A value computed when event i arrived. */
    public float arrival(int i, int arrival) {
        return (float) FLOAT.get(slots, at(i) + layout.arrivalOffset(arrival));
    }

    /** The same with other values computed at the arrival of the newest event, from one of them on. */
    public Window withNewestArrivals(int from, float... values) {
        byte[] other = bytes();
        for (int a = 0; a < values.length; a++) {
            FLOAT.set(other, (events - 1) * layout.slotBytes() + layout.arrivalOffset(from + a), values[a]);
        }
        return new Window(layout, other, 0, events, firstNumber);
    }

    /**
     * Event i as it was before it was kept, for whoever keeps besides the slots what these lack.
     *
     * @param origin where it was read; its id is called after it, since a slot keeps no id
     * @param sequence hash of the value of `by:`
     */
    public Event event(int i, String entity, Origin origin, long sequence) {
        float[] numbers = new float[layout.numbers().size()];
        for (int f = 0; f < numbers.length; f++) {
            numbers[f] = number(i, f);
        }
        long[] categories = new long[layout.categories().size()];
        for (int f = 0; f < categories.length; f++) {
            categories[f] = category(i, f);
        }
        long time = layout.watch().time().isPresent() ? time(i) : 0;
        return new Event(entity, "", origin, time, sequence, numbers, categories);
    }

    /** Writes one event into a slot; the one place that knows the order of a slot's values. */
    public static void write(Layout layout, byte[] slots, int i, long time, Event event, float[] arrivals) {
        int at = i * layout.slotBytes();
        LONG.set(slots, at, time);
        for (int f = 0; f < layout.numbers().size(); f++) {
            FLOAT.set(slots, at + layout.numberOffset(f), event.number(f));
        }
        for (int f = 0; f < layout.categories().size(); f++) {
            LONG.set(slots, at + layout.categoryOffset(f), event.category(f));
        }
        for (int a = 0; a < arrivals.length; a++) {
            FLOAT.set(slots, at + layout.arrivalOffset(a), arrivals[a]);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Window that
                && layout.fingerprint() == that.layout.fingerprint()
                && firstNumber == that.firstNumber
                && Arrays.equals(slots, from, at(events), that.slots, that.from, that.at(that.events));
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(firstNumber) + Arrays.hashCode(bytes());
    }

    @Override
    public String toString() {
        return "Window of the events " + firstNumber + " to " + lastNumber();
    }
}
