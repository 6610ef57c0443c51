package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.watch.AlertRule;
import java.time.Instant;
import java.util.Optional;

/**
 * One bundle on the control topic.
 *
 * @param version SHA-256 of the bundle, 64 lower-case hexadecimal digits
 * @param state what it is now
 * @param problem why it can not be used; empty where it can
 * @param said when it was published last, by whom and why; empty where nothing of it is on the topic
 * @param contents what it holds; empty where it can not be used
 */
public record Release(
        String version, State state, String problem, Optional<Publication> said, Optional<Contents> contents) {

    /** What a release is. */
    public enum State {
        /** It decides. */
        LIVE,
        /** It scores along. */
        SHADOW,
        /** It decided before the live one: a rollback goes there. */
        PREVIOUS,
        /** It can be promoted. */
        KEPT,
        /** Pieces are missing. */
        INCOMPLETE,
        /** It was altered, or is of another watch or format. */
        REFUSED
    }

    /**
     * Who published it.
     *
     * @param at when it was asked for
     * @param who a person's name or a part of the service
     * @param why free text, may be empty
     */
    public record Publication(Instant at, String who, String why) {}

    /**
     * What of a bundle people ask for; its weights are not kept.
     *
     * @param limit log likelihood ratio above which an event is flagged, no unit
     * @param rule what the limit comes from
     * @param provenance where it comes from
     */
    public record Contents(double limit, AlertRule rule, Provenance provenance) {
        static Contents of(Bundle bundle) {
            return new Contents(bundle.model().limit(), bundle.rule(), bundle.provenance());
        }
    }

    /** The first 12 digits, for people. */
    public String shortVersion() {
        return shortened(version);
    }

    static String shortened(String version) {
        return version.substring(0, Math.min(12, version.length()));
    }

    /** What it holds; throws {@link RefusedReleaseException} with the reason where it can not be used. */
    Contents usable() {
        return contents.orElseThrow(() -> new RefusedReleaseException(
                "model " + shortVersion() + " cannot be used, nothing was changed: " + problem));
    }
}
