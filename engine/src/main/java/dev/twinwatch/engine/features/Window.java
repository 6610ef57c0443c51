package dev.twinwatch.engine.features;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.BitSet;

/** Consecutive kept events of one entity, oldest first, as slots of a {@link Layout}. */
public final class Window {
    static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.BIG_ENDIAN);

    private final Layout layout;
    private final byte[] slots;
    private final int events;
    private final long firstNumber;

    private Window(Layout layout, byte[] slots, int events, long firstNumber) {
        this.layout = layout;
        this.slots = slots;
        this.events = events;
        this.firstNumber = firstNumber;
    }

    /**
     * A view, without a copy, of the first {@code events} slots; the bytes must not change while it is used.
     *
     * @param firstNumber running number, within the entity, of the oldest event
     */
    public static Window over(Layout layout, byte[] slots, int events, long firstNumber) {
        if (events < 0 || slots.length < events * layout.slotBytes()) {
            throw new IllegalArgumentException("window has " + slots.length + " bytes, " + events + " events of layout "
                    + layout.description() + " need " + events * layout.slotBytes()
                    + ": the state was written for another watch");
        }
        return new Window(layout, slots, events, firstNumber);
    }

    /** A window that owns its bytes. */
    public Window copy() {
        return new Window(layout, bytes(), events, firstNumber);
    }

    /** The newest events of this window, copied. */
    public Window newest(int count) {
        int skipped = events - count;
        byte[] tail = Arrays.copyOfRange(slots, skipped * layout.slotBytes(), events * layout.slotBytes());
        return new Window(layout, tail, count, firstNumber + skipped);
    }

    /** A copy of this window with the events of another one at some positions, as far as both reach. */
    public Window taking(BitSet positions, Window other) {
        byte[] mixed = bytes();
        int slot = layout.slotBytes();
        int common = Math.min(events, other.events);
        for (int i = positions.nextSetBit(0); i >= 0 && i < common; i = positions.nextSetBit(i + 1)) {
            System.arraycopy(other.slots, i * slot, mixed, i * slot, slot);
        }
        return new Window(layout, mixed, events, firstNumber);
    }

    /** The slots alone, copied. */
    public byte[] bytes() {
        return Arrays.copyOf(slots, events * layout.slotBytes());
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
        return (long) LONG.get(slots, i * layout.slotBytes());
    }

    /** A number field of event i; NaN where missing. */
    public float number(int i, int field) {
        return (float) FLOAT.get(slots, i * layout.slotBytes() + layout.numberOffset(field));
    }

    /** Hash of a category field of event i; 0 where missing. */
    public long category(int i, int field) {
        return (long) LONG.get(slots, i * layout.slotBytes() + layout.categoryOffset(field));
    }

    /** A value computed when event i arrived. */
    public float arrival(int i, int arrival) {
        return (float) FLOAT.get(slots, i * layout.slotBytes() + layout.arrivalOffset(arrival));
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
}
