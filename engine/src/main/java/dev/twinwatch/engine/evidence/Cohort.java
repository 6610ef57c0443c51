package dev.twinwatch.engine.evidence;

import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.watch.Metric;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Where some entities of the training lie: what a window may be more like than its own entity. */
public final class Cohort {
    private final long[] entities;
    private final List<String> names;
    private final float[] centres;
    private final int dimensions;
    private final Points points;

    private Cohort(long[] entities, List<String> names, float[] centres) {
        this.entities = entities;
        this.names = names;
        this.centres = centres;
        this.dimensions = entities.length == 0 ? 0 : centres.length / entities.length;
        this.points = Points.ofZeros(entities.length, dimensions);
        for (int e = 0; e < entities.length; e++) {
            points.put(e, centres, e * dimensions);
        }
    }

    /**
     * Checked and copied.
     *
     * @param entities hash of each entity's name
     * @param centres mean embeddings of norm 1, shape [entities][dimensions], row-major
     */
    public static Cohort of(long[] entities, float[] centres) {
        if (entities.length == 0 ? centres.length > 0 : centres.length % entities.length != 0) {
            throw new IllegalArgumentException("cohort has " + centres.length + " values for " + entities.length
                    + " entities: they must have as many each");
        }
        for (float value : centres) {
            if (!(Math.abs(value) <= 1.001f)) {
                throw new IllegalArgumentException("cohort has value " + value + ", expected -1 to 1: train again");
            }
        }
        return new Cohort(entities.clone(), List.of(), centres.clone());
    }

    /** Nobody. */
    public static Cohort none() {
        return new Cohort(new long[0], List.of(), new float[0]);
    }

    /** The same with the names that the hashes are of, so that people can be told whom a window is like; none forgets them. */
    public Cohort named(List<String> others) {
        if (!others.isEmpty() && others.size() != entities.length) {
            throw new IllegalArgumentException("cohort has " + others.size() + " names for " + entities.length
                    + " entities: they must be as many, or none");
        }
        for (int e = 0; e < others.size(); e++) {
            if (Hash64.of(others.get(e)) != entities[e]) {
                throw new IllegalArgumentException("cohort has a name '" + others.get(e)
                        + "' that is not the one of entity " + e + ": the names were altered, train again");
            }
        }
        return new Cohort(entities, List.copyOf(others), centres);
    }

    /** Names of the entities; none where the model was trained without them. */
    public List<String> names() {
        return names;
    }

    /** Hashes of the entities' names, copied. */
    public long[] entities() {
        return entities.clone();
    }

    /** The centres, copied. */
    public float[] centres() {
        return centres.clone();
    }

    /** Values of a centre; 0 without entities. */
    int dimensions() {
        return dimensions;
    }

    /** Largest cosine to a centre that is not the entity's own; 0 where there is none. */
    double nearest(float[] embedding, long entity) {
        float[] cosines = points.products(embedding);
        float nearest = Float.NEGATIVE_INFINITY;
        for (int e = 0; e < entities.length; e++) {
            if (entities[e] != entity) {
                nearest = Math.max(nearest, cosines[e]);
            }
        }
        return nearest == Float.NEGATIVE_INFINITY ? 0 : nearest;
    }

    /**
     * An entity of the cohort.
     *
     * @param name empty where the model was trained without names
     * @param distance to its centre
     */
    public record Neighbour(String name, double distance) {}

    /** The entity whose centre is nearest, of those that are not the entity itself. */
    public Optional<Neighbour> nearestOther(Metric metric, float[] embedding, long entity) {
        int nearest = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int e = 0; e < entities.length; e++) {
            float[] centre = Arrays.copyOfRange(centres, e * dimensions, (e + 1) * dimensions);
            double distance = Distances.between(metric, embedding, centre);
            if (entities[e] != entity && distance < shortest) {
                shortest = distance;
                nearest = e;
            }
        }
        return nearest < 0
                ? Optional.empty()
                : Optional.of(new Neighbour(names.isEmpty() ? "" : names.get(nearest), shortest));
    }

    @Override
    public String toString() {
        return "Cohort of " + entities.length + " entities, " + Arrays.hashCode(centres);
    }
}
