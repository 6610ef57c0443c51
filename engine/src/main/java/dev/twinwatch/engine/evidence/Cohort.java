package dev.twinwatch.engine.evidence;

import java.util.Arrays;

/** Where some entities of the training lie: what a window may be more like than its own entity. */
public final class Cohort {
    private final long[] entities;
    private final float[] centres;
    private final int dimensions;
    private final Points points;

    private Cohort(long[] entities, float[] centres) {
        this.entities = entities;
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
        return new Cohort(entities.clone(), centres.clone());
    }

    /** Nobody. */
    public static Cohort none() {
        return new Cohort(new long[0], new float[0]);
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

    @Override
    public String toString() {
        return "Cohort of " + entities.length + " entities, " + Arrays.hashCode(centres);
    }
}
