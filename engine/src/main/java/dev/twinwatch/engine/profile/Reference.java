package dev.twinwatch.engine.profile;

import dev.twinwatch.engine.features.Window;

/**
 * One window that is taken for the entity's own behaviour.
 *
 * @param window its events
 * @param why how it came here
 * @param absorbedAt time of the event at which it came here
 * @param evidence what it scored then; NaN where it was not scored
 */
public record Reference(Window window, Why why, long absorbedAt, float evidence) {
    /** How a window became a reference; the code is part of the stored format. */
    public enum Why {
        /** History that the sender vouches for. */
        ENROLLED(0),
        /** One of the first windows, when there was nothing to compare with. */
        LEARNED(1),
        /** Its evidence said that it is the same entity. */
        ABSORBED(2),
        /** A person said so. */
        LEGITIMATE(3);

        private final int code;

        Why(int code) {
            this.code = code;
        }

        /** As stored. */
        byte code() {
            return (byte) code;
        }

        static Why of(byte code) {
            for (Why why : values()) {
                if (why.code == code) {
                    return why;
                }
            }
            throw new IllegalArgumentException("a reference was absorbed for reason " + code
                    + ", which this release does not know: it was written by a newer one");
        }
    }
}
