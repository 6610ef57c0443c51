package dev.twinwatch.stream.api;

import dev.twinwatch.stream.control.Terms;

/**
 * What somebody at the page wants changed about the models.
 *
 * @param change what to do
 * @param version SHA-256 of the bundle that it is about; empty for a rollback and for the end of the shadow
 * @param terms who asks and why, upon which epoch; never forced
 */
public record ModelOrder(Change change, String version, Terms terms) {
    /** What can be done. */
    public enum Change {
        /** It decides. */
        PROMOTE(true),
        /** It scores along. */
        SHADOW(true),
        /** Nothing scores along any more. */
        UNSHADOW(false),
        /** The one before decides again. */
        ROLLBACK(false),
        /** It goes off the topic. */
        RETIRE(true);

        private final boolean namesModel;

        Change(boolean namesModel) {
            this.namesModel = namesModel;
        }

        boolean namesModel() {
            return namesModel;
        }
    }
}
