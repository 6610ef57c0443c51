package dev.twinwatch.stream.settings;

/**
 * Names of the topics of one watch.
 *
 * @param events the user's own records
 * @param alerts opened, grown, closed
 * @param scores the outcome of every event
 * @param feedback what people found out
 * @param control models and what else changes while the service runs; compacted
 * @param deadLetters what could not be read
 * @param audit who changed what
 * @param retraining requests and outcomes of retraining; one partition
 */
public record Topics(
        String events,
        String alerts,
        String scores,
        String feedback,
        String control,
        String deadLetters,
        String audit,
        String retraining) {

    /** All by the name of the watch. */
    public static Topics of(String watch) {
        return new Topics(
                watch + ".events.v1",
                watch + ".alerts.v1",
                watch + ".scores.v1",
                watch + ".feedback.v1",
                watch + ".control.v1",
                watch + ".dlq.v1",
                watch + ".audit.v1",
                watch + ".retraining.v1");
    }

    /** With the user's own topic of events; empty leaves the one by the name of the watch. */
    Topics readingFrom(String topic) {
        return topic.isEmpty()
                ? this
                : new Topics(topic, alerts, scores, feedback, control, deadLetters, audit, retraining);
    }
}
