package dev.twinwatch.trainer.scoring;

/**
 * What one sequence scored against the entity that it claims to be.
 *
 * @param entity claimed
 * @param sequence its name
 * @param events in it
 * @param distance average distance of its windows to the mean reference, in the metric of the watch; 1 without references
 * @param score accumulated evidence: over 0 is unlike the entity; 0 without references; finite
 * @param alert whether one of its events is over the limit by the rule of the service, which needs two references
 */
public record SequenceScore(String entity, String sequence, int events, double distance, double score, boolean alert) {}
