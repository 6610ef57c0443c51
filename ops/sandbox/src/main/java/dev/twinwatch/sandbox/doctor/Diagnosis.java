package dev.twinwatch.sandbox.doctor;

/**
 * What was found about one thing.
 *
 * @param about the thing
 * @param state whether it will do
 * @param words what was found and, where it will not do, the remedy
 */
public record Diagnosis(String about, State state, String words) {
    /** Whether it will do. */
    public enum State {
        /** It will. */
        OK,
        /** Something that some commands need is not there. */
        LACKS,
        /** It will not. */
        FAILS
    }

    static Diagnosis ok(String about, String words) {
        return new Diagnosis(about, State.OK, words);
    }

    static Diagnosis lacks(String about, String words) {
        return new Diagnosis(about, State.LACKS, words);
    }

    static Diagnosis fails(String about, String words) {
        return new Diagnosis(about, State.FAILS, words);
    }
}
