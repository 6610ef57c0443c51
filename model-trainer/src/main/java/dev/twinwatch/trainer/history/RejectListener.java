package dev.twinwatch.trainer.history;

/** Hears of records that are no events. */
@FunctionalInterface
public interface RejectListener {
    /** Does nothing. */
    RejectListener NOBODY = (problem, record) -> {};

    /**
     * One record.
     *
     * @param problem names the place (file and line, or topic, partition and offset), what was found and what was expected
     * @param record as text, for a person to correct; empty where it has none
     */
    void rejected(String problem, String record);
}
