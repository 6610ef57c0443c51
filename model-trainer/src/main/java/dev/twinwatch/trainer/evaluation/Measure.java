package dev.twinwatch.trainer.evaluation;

/**
 * One number by which windows can be told apart.
 *
 * @param name short, for tables
 * @param words what it is
 * @param learned whether the trained network has a part in it
 */
public record Measure(String name, String words, boolean learned) {
    static final Measure EVIDENCE = new Measure("evidence", "all pieces fused: what score and service decide by", true);
    static final Measure DISTANCE = new Measure(
            "distance", "distance of the embedding to the mean reference, in the metric of the watch", true);
    static final Measure UNTRAINED = new Measure(
            "distance, untrained", "the same network with the random weights that training starts from", false);
    static final Measure PLAIN = new Measure(
            "scaled Manhattan", "fixed features to their mean over the references, in mean absolute deviations", false);

    /** One of the inputs of the fusion alone, by its name there. */
    static Measure ofInput(String name) {
        String kind = name.split(" ", 2)[0];
        return switch (kind) {
            case "behaviour" -> new Measure(name, "likelihood ratio of the embeddings", true);
            case "nearest" -> new Measure(name, "soft minimum of the distance to single references", true);
            case "cohort" ->
                new Measure(name, "how near other known entities are; the impostors here are none of them", true);
            case "usage" -> new Measure(name, "values that others use more than this entity", false);
            case "novelty" -> new Measure(name, "values that this entity never had, or not for long", false);
            case "spread", "strongest", "above", "below" ->
                new Measure(name, "deviations from the entity's own usual", false);
            default -> new Measure(name, "likelihood ratio of fixed features", false);
        };
    }
}
