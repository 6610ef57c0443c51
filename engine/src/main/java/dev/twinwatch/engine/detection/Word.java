package dev.twinwatch.engine.detection;

/** What a person says of an alert or event; the code is part of the stored format. */
public enum Word {
    /** It was someone else, or meant harm. */
    FRAUD(1),
    /** It was the entity itself. */
    LEGITIMATE(2);

    private final int code;

    Word(int code) {
        this.code = code;
    }

    /** The one that contradicts it. */
    Word other() {
        return this == FRAUD ? LEGITIMATE : FRAUD;
    }

    /** As stored. */
    byte code() {
        return (byte) code;
    }

    static Word of(byte code) {
        for (Word word : values()) {
            if (word.code == code) {
                return word;
            }
        }
        throw new IllegalArgumentException("a person's word is stored as " + code
                + ", which this release does not know: it was written by a newer one");
    }
}
