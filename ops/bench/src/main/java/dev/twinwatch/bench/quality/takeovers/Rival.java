package dev.twinwatch.bench.quality.takeovers;

/** A detector that one would otherwise pick, one for each customer. */
interface Rival {
    String words();

    /** A score for each live payment of a scene, higher is more unusual; each is learned after it was scored. */
    double[] scores(Scene scene);
}
