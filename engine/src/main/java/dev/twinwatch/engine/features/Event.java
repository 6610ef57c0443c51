package dev.twinwatch.engine.features;

import java.util.BitSet;

/**
 * One event as the engine sees it: only the fields that the watch names, as numbers and hashes.
 *
 * <p>Arrays are not copied: an event is made once by {@link EventReader} or its codec and never changed.
 */
public final class Event {
    private final String entity;
    private final String id;
    private final Origin origin;
    private final long time;
    private final long sequence;
    private final float[] numbers;
    private final long[] categories;

    Event(String entity, String id, Origin origin, long time, long sequence, float[] numbers, long[] categories) {
        this.entity = entity;
        this.id = id;
        this.origin = origin;
        this.time = time;
        this.sequence = sequence;
        this.numbers = numbers;
        this.categories = categories;
    }

    /** Whose event it is. */
    public String entity() {
        return entity;
    }

    /** Its id, unique in the watch. */
    public String id() {
        return id.isEmpty() ? origin.asId() : id;
    }

    /** Where it was read. */
    public Origin origin() {
        return origin;
    }

    /** When it happened: microseconds since 1970, a position for ordinal time, 0 where the watch has none. */
    public long time() {
        return time;
    }

    /** Hash of the value of `by:`; 0 where the watch has none. */
    public long sequence() {
        return sequence;
    }

    /** Value of a number field by its index in the {@link Layout}; NaN where missing. */
    public float number(int field) {
        return numbers[field];
    }

    /** Hash of a category field by its index in the {@link Layout}; 0 where missing. */
    public long category(int field) {
        return categories[field];
    }

    /** The same field values as an event of another history: how takeovers are simulated. */
    public Event movedTo(String otherEntity, Origin otherOrigin, long atTime, long inSequence) {
        return new Event(otherEntity, id, otherOrigin, atTime, inSequence, numbers, categories);
    }

    /** The same event with another number in one field, by its index in the {@link Layout}. */
    public Event withNumber(int field, float number) {
        float[] others = numbers.clone();
        others[field] = number;
        return new Event(entity, id, origin, time, sequence, others, categories);
    }

    /**
     * The same event with some fields as in another one: how an attacker who knows some habits is simulated.
     *
     * @param copied number fields first, then category fields, in the order of the layout
     */
    public Event copying(Event other, BitSet copied) {
        float[] mixedNumbers = numbers.clone();
        long[] mixedCategories = categories.clone();
        for (int f = 0; f < numbers.length; f++) {
            if (copied.get(f)) {
                mixedNumbers[f] = other.numbers[f];
            }
        }
        for (int f = 0; f < categories.length; f++) {
            if (copied.get(numbers.length + f)) {
                mixedCategories[f] = other.categories[f];
            }
        }
        return new Event(entity, id, origin, time, sequence, mixedNumbers, mixedCategories);
    }
}
