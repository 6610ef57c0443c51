package dev.twinwatch.stream.control;

import java.util.OptionalLong;

/**
 * Who asks for a change of what is live, and on which terms.
 *
 * @param who whom the audit names: a person, or a part of the service
 * @param why for the audit; free text, may be empty
 * @param expectedEpoch of the pointer that the caller decided upon; empty: whatever it is now
 * @param forced whether the gates of the settings are set aside, which the audit then says
 */
public record Terms(String who, String why, OptionalLong expectedEpoch, boolean forced) {
    /** Whatever the epoch, and within the gates. */
    public static Terms by(String who, String why) {
        return new Terms(who, why, OptionalLong.empty(), false);
    }

    /** Only if the pointer has not changed since that epoch; 0: if there is none yet. */
    public Terms atEpoch(long epoch) {
        return new Terms(who, why, OptionalLong.of(epoch), forced);
    }

    /** Also where the model is worse than the gates allow. */
    public Terms force() {
        return new Terms(who, why, expectedEpoch, true);
    }
}
