package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.cases.FraudCase;

/**
 * The confirmed fraud that a window is most like.
 *
 * @param fraudCase which one
 * @param shared values that were new to either entity, 0 or more; with them a case adds to the evidence
 * @param distance of the embeddings in the metric of the watch
 */
public record NearestCase(FraudCase fraudCase, int shared, double distance) {}
