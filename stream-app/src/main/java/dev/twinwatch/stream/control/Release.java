package dev.twinwatch.stream.control;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.watch.AlertRule;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

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
     * @param calendar whether times of its events are on the calendar, in microseconds since 1970
     */
    public record Contents(double limit, AlertRule rule, Provenance provenance, boolean calendar) {
        static Contents of(Bundle bundle) {
            return new Contents(
                    bundle.model().limit(),
                    bundle.rule(),
                    bundle.provenance(),
                    bundle.model().layout().watch().hasCalendar());
        }

        /** The earliest event that it was trained on: a time in UTC, or a number where there is no calendar; may be empty. */
        public String from() {
            return text(provenance.from());
        }

        /** The latest event, as {@link #from()}. */
        public String to() {
            return text(provenance.to());
        }

        private String text(String time) {
            return calendar && NUMBER.matcher(time).matches()
                    ? Instant.EPOCH
                            .plus(Long.parseLong(time), ChronoUnit.MICROS)
                            .toString()
                    : time;
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
    public Contents usable() {
        return contents.orElseThrow(() -> new RefusedReleaseException(
                RefusedReleaseException.Reason.UNUSABLE,
                "model " + shortVersion() + " cannot be used, nothing was changed: " + problem,
                ""));
    }
}
