package dev.twinwatch.stream.dashboard;

import dev.twinwatch.contracts.Audit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record of the audit that is about models. Texts come from people, so whoever shows them must not take them for markup.
 *
 * @param at when it was changed, milliseconds since 1970-01-01 UTC
 * @param who changed it: a person's name or a part of the service
 * @param why free text, may be empty
 * @param what was changed
 * @param before SHA-256 of the bundle that held before; null for none
 * @param after SHA-256 of the bundle that holds since; null for none
 */
public record ModelChange(
        long at,
        String who,
        String why,
        What what,
        @Nullable String before,
        @Nullable String after) {

    /** What an audit record about models tells. */
    public enum What {
        /** Another model decides. */
        LIVE,
        /** Another model scores along, or none does. */
        SHADOW,
        /** A model was taken off the topic. */
        RETIRED,
        /** The service does not follow a record of the control topic. */
        REFUSED,
        /** A retraining made a candidate that did not pass its gates. */
        CANDIDATE_REFUSED
    }

    /** Empty where the record is about something else. */
    static Optional<ModelChange> of(Audit audit) {
        return what(audit.getWhat())
                .map(what -> new ModelChange(
                        audit.getAt().toEpochMilli(),
                        audit.getWho(),
                        audit.getWhy(),
                        what,
                        audit.getBefore(),
                        audit.getAfter()));
    }

    private static Optional<What> what(String audited) {
        int slash = audited.indexOf('/');
        return switch (slash < 0 ? audited : audited.substring(0, slash + 1)) {
            case "model" -> Optional.of(What.LIVE);
            case "shadow" -> Optional.of(What.SHADOW);
            case "bundle/" -> Optional.of(What.RETIRED);
            case "refused/" -> Optional.of(What.REFUSED);
            case "retraining/" -> Optional.of(What.CANDIDATE_REFUSED);
            default -> Optional.empty();
        };
    }
}
