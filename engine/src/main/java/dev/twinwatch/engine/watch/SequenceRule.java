package dev.twinwatch.engine.watch;

/**
 * What belongs together as one sequence, and how much of it the encoder sees.
 *
 * @param length events in a window, 2 to 512
 * @param minimum events from which a window is scored, 1 to length
 * @param gap a longer pause starts a new sequence; microseconds, or positions for ordinal time; Long.MAX_VALUE: never
 * @param by a new value of this field starts a new sequence; empty: none
 */
public record SequenceRule(int length, int minimum, long gap, String by) {
    /** Length 32, minimum 4, one endless sequence per entity. */
    public static SequenceRule ofLength(int length) {
        return new SequenceRule(length, Math.min(4, length), Long.MAX_VALUE, "");
    }

    /** Whether sequences are told apart by the value of a field, so that each of them ends. */
    public boolean ends() {
        return !by.isEmpty();
    }
}
