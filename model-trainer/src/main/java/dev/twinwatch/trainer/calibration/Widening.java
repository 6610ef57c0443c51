package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureKind;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Somebody who behaves like the victim but for larger numbers: a stolen card that is used as its owner does, with several
 * times the amounts. Other entities' stretches alone would teach that fraud always looks like somebody else.
 */
final class Widening {
    /** Of the takeovers of a watch with relative features, this many are of this kind. */
    private static final double SHARE = 1 / 3.0;

    private static final double LEAST_FACTOR = 2;
    private static final double MOST_FACTOR = 8;
    /** At least this share of the events is larger: who steals a card uses it beside its owner, who goes on as before. */
    private static final double LEAST_EVENTS = 1 / 3.0;

    private final int[] fields;
    private final double factor;
    private final double events;

    private Widening(int[] fields, double factor, double events) {
        this.fields = fields;
        this.factor = factor;
        this.events = events;
    }

    /** Now and then one, where the watch looks at numbers relative to their usual. */
    static Optional<Widening> draw(Layout layout, RandomGenerator random) {
        int[] fields = layout.watch().featuresOf(FeatureKind.RELATIVE).stream()
                .mapToInt(feature -> layout.numbers().indexOf(feature.field()))
                .distinct()
                .toArray();
        if (fields.length == 0 || random.nextDouble() >= SHARE) {
            return Optional.empty();
        }
        double factor = LEAST_FACTOR * Math.pow(MOST_FACTOR / LEAST_FACTOR, random.nextDouble());
        return Optional.of(new Widening(fields, factor, random.nextDouble(LEAST_EVENTS, 1)));
    }

    /** Whether the next event is a larger one. */
    boolean isDue(RandomGenerator random) {
        return random.nextDouble() < events;
    }

    /** The event, larger. */
    Event of(Event own) {
        Event widened = own;
        for (int field : fields) {
            widened = widened.withNumber(field, (float) (own.number(field) * factor));
        }
        return widened;
    }
}
