package dev.twinwatch.stream.control;

/** A change of what is live that was not made, with the reason and what to do; nothing was written. */
public final class RefusedReleaseException extends IllegalStateException {
    private final Reason reason;
    private final String fact;

    /** What kind of reason it is, for those who answer each in their own way. */
    public enum Reason {
        /** It was decided upon an epoch that holds no more. */
        OUTDATED,
        /** No model, or more than one, has that name. */
        UNKNOWN,
        /** The bundle is not whole, was altered, or does not fit the watch. */
        UNUSABLE,
        /** The gates do not let it pass. */
        WORSE,
        /** What is live, scores along or was live before does not allow it. */
        IN_THE_WAY
    }

    /**
     * With its reason.
     *
     * @param fact why, as a sentence
     * @param remedy how the sentence goes on for those who type commands
     */
    public RefusedReleaseException(Reason reason, String fact, String remedy) {
        super(fact + remedy);
        this.reason = reason;
        this.fact = fact;
    }

    /** What kind of reason it is. */
    public Reason reason() {
        return reason;
    }

    /** Why, as a sentence without what to do about it. */
    public String fact() {
        return fact;
    }
}
