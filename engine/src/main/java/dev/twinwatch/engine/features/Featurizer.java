package dev.twinwatch.engine.features;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns a window into the inputs of an encoder: the one place where a field value becomes a number that a network reads.
 *
 * <p>Novelty and relative features and confirmed frauds are not among them. They speak of what came before and not of who it
 * is, so that they enter the evidence directly.
 */
public final class Featurizer {
    private static final double DAY = 86_400e6;
    private static final double WEEK = 7 * DAY;
    /** 1970-01-01 was a Thursday; weeks begin on Monday. */
    private static final double MONDAY = 3 * DAY;

    private final Layout layout;
    private final Scaling scaling;
    private final List<DenseInput> dense = new ArrayList<>();
    private final List<FeatureSpec> categories;
    private final int[] categoryFields;

    /** How one feature fills its dense inputs. */
    private record DenseInput(FeatureSpec feature, int first, int index) {}

    /** With the scaling of a trained model. */
    public Featurizer(Layout layout, Scaling scaling) {
        this.layout = layout;
        this.scaling = scaling;
        this.categories = layout.watch().featuresOf(FeatureKind.CATEGORY);
        this.categoryFields = categories.stream()
                .mapToInt(f -> layout.categories().indexOf(f.field()))
                .toArray();
        int next = 0;
        for (FeatureSpec feature : layout.watch().features()) {
            int width = width(feature.kind());
            if (width > 0) {
                int index = feature.kind() == FeatureKind.NUMBER
                        ? layout.numbers().indexOf(feature.field())
                        : layout.arrivals().indexOf(feature);
                dense.add(new DenseInput(feature, next, index));
                next += width;
            }
        }
        if (scaling.inputs() != next) {
            throw new IllegalArgumentException("scaling has " + scaling.inputs() + " inputs, watch "
                    + layout.watch().name() + " makes " + next + ": the bundle is of another watch");
        }
    }

    /** How many dense inputs the features of a watch make. */
    public static int denseInputs(Layout layout) {
        return layout.watch().features().stream().mapToInt(f -> width(f.kind())).sum();
    }

    /** How many dense inputs a feature of this kind makes. */
    public static int width(FeatureKind kind) {
        return switch (kind) {
            case NUMBER, CHANGE, SINCE_PREVIOUS -> 1;
            case TIME_OF_DAY -> 4;
            case DAY_OF_WEEK -> 2;
            case CATEGORY, NOVELTY, RELATIVE, CONFIRMED_FRAUD -> 0;
        };
    }

    /** Index of the first dense input of a feature that makes any. */
    public int input(FeatureSpec feature) {
        return dense.stream()
                .filter(input -> input.feature().equals(feature))
                .mapToInt(DenseInput::first)
                .findFirst()
                .orElseThrow();
    }

    /** Inputs of the right size for this watch. */
    public Inputs newInputs() {
        return new Inputs(layout.watch().sequence().length(), scaling.inputs(), categories.size());
    }

    /** Number of buckets of each category, in input order. */
    public int[] buckets() {
        return categories.stream().mapToInt(FeatureSpec::buckets).toArray();
    }

    /** The layout it reads. */
    public Layout layout() {
        return layout;
    }

    /** Fills the inputs with one window. */
    public void fill(Window window, Inputs inputs) {
        inputs.startWith(window);
        fill(window, inputs, 0);
    }

    /**
     * The same as {@link #fill}, for windows of one entity in the order of their events: a row depends on its event alone, so
     * that rows which the inputs hold already are moved instead of made again.
     */
    public void advance(Window window, Inputs inputs) {
        fill(window, inputs, inputs.continueWith(window));
    }

    private void fill(Window window, Inputs inputs, int from) {
        int width = scaling.inputs();
        for (int i = from; i < window.events(); i++) {
            for (int d = 0; d < dense.size(); d++) {
                fill(window, i, dense.get(d), inputs.dense, i * width);
            }
            for (int c = 0; c < categoryFields.length; c++) {
                inputs.buckets[i * categoryFields.length + c] = Hash64.bucket(
                        window.category(i, categoryFields[c]), categories.get(c).buckets());
            }
        }
    }

    private void fill(Window window, int event, DenseInput input, float[] row, int start) {
        int first = input.first();
        int at = start + first;
        switch (input.feature().kind()) {
            case NUMBER -> row[at] = scaled(input, window.number(event, input.index()));
            // both ends of a change were bent when it was computed
            case CHANGE -> row[at] = scaling.standardise(first, window.arrival(event, input.index()));
            case SINCE_PREVIOUS -> row[at] = scaled(input, window.arrival(event, input.index()));
            case TIME_OF_DAY -> {
                double angle = 2 * Math.PI * Math.floorMod(window.time(event), (long) DAY) / DAY;
                double sine = Math.sin(angle);
                double cosine = Math.cos(angle);
                row[at] = scaling.standardise(first, (float) sine);
                row[at + 1] = scaling.standardise(first + 1, (float) cosine);
                // Sine and cosine of twice the angle, without asking for them: this is done for every kept event.
                row[at + 2] = scaling.standardise(first + 2, (float) (2 * sine * cosine));
                row[at + 3] = scaling.standardise(first + 3, (float) (cosine * cosine - sine * sine));
            }
            case DAY_OF_WEEK -> {
                double angle = 2 * Math.PI * Math.floorMod(window.time(event) + (long) MONDAY, (long) WEEK) / WEEK;
                row[at] = scaling.standardise(first, (float) Math.sin(angle));
                row[at + 1] = scaling.standardise(first + 1, (float) Math.cos(angle));
            }
            case CATEGORY, NOVELTY, RELATIVE, CONFIRMED_FRAUD -> throw new IllegalStateException("not dense: " + input);
        }
    }

    private float scaled(DenseInput input, float raw) {
        float bent = input.feature().scale() == Scale.RANK
                ? scaling.rank(input.first(), raw)
                : FeatureBend.bend(input.feature(), scaling.inUnit(input.first(), raw));
        return scaling.standardise(input.first(), bent);
    }
}
