package dev.twinwatch.engine.features;

import java.util.BitSet;

/**
 * One event as the engine sees it: only the fields that the watch names, as numbers and hashes, and beside a hash the text
 * where a reason of an alert may have to name it.
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
    private final String[] texts;

    Event(
            String entity,
            String id,
            Origin origin,
            long time,
            long sequence,
            float[] numbers,
            long[] categories,
            String[] texts) {
        this.entity = entity;
        this.id = id;
        this.origin = origin;
        this.time = time;
        this.sequence = sequence;
        this.numbers = numbers;
        this.categories = categories;
        this.texts = texts;
    }

    /** Without any text: an event that was made of kept values. */
    Event(String entity, String id, Origin origin, long time, long sequence, float[] numbers, long[] categories) {
        this(entity, id, origin, time, sequence, numbers, categories, new String[0]);
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

    /** The text of a category field, at most {@value EventReader#LONGEST_TEXT} characters of it; empty where it is not known. */
    public String text(int field) {
        return field < texts.length ? texts[field] : "";
    }

    /** The same field values as an event of another history: how takeovers are simulated. */
    public Event movedTo(String otherEntity, Origin otherOrigin, long atTime, long inSequence) {
        return new Event(otherEntity, id, otherOrigin, atTime, inSequence, numbers, categories, texts);
    }

    /** The same event with another number in one field, by its index in the {@link Layout}. */
    public Event withNumber(int field, float number) {
        float[] others = numbers.clone();
        others[field] = number;
        return new Event(entity, id, origin, time, sequence, others, categories, texts);
    }

    /**
     * The same event with some fields as in another one: how an attacker who knows some habits is simulated.
     *
     * @param copied number fields first, then category fields, in the order of the layout
     */
    public Event copying(Event other, BitSet copied) {
        float[] mixedNumbers = numbers.clone();
        long[] mixedCategories = new long[categories.length];
        for (int f = 0; f < numbers.length; f++) {
            if (copied.get(f)) {
                mixedNumbers[f] = other.numbers[f];
            }
        }
        String[] mixedTexts = new String[categories.length];
        for (int f = 0; f < categories.length; f++) {
            boolean fromOther = copied.get(numbers.length + f);
            mixedCategories[f] = fromOther ? other.categories[f] : categories[f];
            mixedTexts[f] = fromOther ? other.text(f) : text(f);
        }
        return new Event(entity, id, origin, time, sequence, mixedNumbers, mixedCategories, mixedTexts);
    }
}
