package dev.twinwatch.engine.recent;

import dev.twinwatch.engine.cases.ConfirmedFrauds;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.FeatureBend;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.LayoutChange;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;

/** What depends on the past of one entity and is computed when an event arrives: what is usual, and which values it had. */
final class Arrivals {
    final Usual[] usuals;
    final LastSeen[] lastSeen;
    final NewValues newValues = new NewValues();

    private final Layout layout;
    private final float[] values;

    Arrivals(Layout layout) {
        this.layout = layout;
        this.values = new float[layout.arrivals().size()];
        this.usuals = new Usual[values.length];
        this.lastSeen = new LastSeen[values.length];
        forget();
    }

    /** Nothing is usual any more, and every value is new. */
    void forget() {
        for (int a = 0; a < values.length; a++) {
            switch (layout.arrivals().get(a).kind()) {
                case RELATIVE -> usuals[a] = new Usual();
                case NOVELTY -> lastSeen[a] = new LastSeen();
                default -> {
                    // change and pause look only at the previous event, confirmed frauds at what others had
                }
            }
        }
    }

    /** What was usual under the fields that the watch had before. */
    void takeOver(Arrivals before, LayoutChange change) {
        for (int a = 0; a < values.length; a++) {
            int there = change.arrivalBefore(a);
            if (there >= 0) {
                usuals[a] = before.usuals[there];
                lastSeen[a] = before.lastSeen[there];
            }
        }
        for (NewValues.NewValue value : before.newValues.values) {
            int field = change.category(value.field());
            if (field >= 0) {
                newValues.note(value.event(), field, value.text());
            }
        }
    }

    /**
     * Those of the next event, which the next call changes; learns from it.
     *
     * @param number running number of the event
     * @param time of the event; its position where the watch has no time
     * @param before the events of its sequence so far
     */
    float[] of(Event event, long number, long time, Window before, KnownLabels labels) {
        for (int a = 0; a < values.length; a++) {
            FeatureSpec feature = layout.arrivals().get(a);
            if (feature.kind() == FeatureKind.CONFIRMED_FRAUD) {
                int field = layout.categories().indexOf(feature.field());
                ConfirmedFrauds known = labels.confirmed(feature, field, event.category(field), time);
                values[a++] = known.number();
                values[a++] = known.rate();
                values[a] = known.recency();
            } else {
                values[a] = of(a, event, number, time, before);
            }
        }
        return values;
    }

    private float of(int a, Event event, long number, long time, Window before) {
        FeatureSpec feature = layout.arrivals().get(a);
        int previous = before.events() - 1;
        return switch (feature.kind()) {
            case CHANGE -> {
                int field = layout.numbers().indexOf(feature.field());
                yield previous < 0
                        ? Float.NaN
                        : FeatureBend.bend(feature, event.number(field))
                                - FeatureBend.bend(feature, before.number(previous, field));
            }
            case SINCE_PREVIOUS -> previous < 0 ? Float.NaN : pause(time - before.time(previous));
            case RELATIVE ->
                usuals[a].deviation(
                        FeatureBend.bend(feature, event.number(layout.numbers().indexOf(feature.field()))));
            case NOVELTY -> {
                int field = layout.categories().indexOf(feature.field());
                float age = lastSeen[a].ageThenNote(event.category(field), number);
                if (age == Float.POSITIVE_INFINITY) {
                    newValues.note(number, field, event.text(field));
                }
                yield age;
            }
            default -> throw new IllegalStateException(feature.kind() + " is not computed at arrival");
        };
    }

    /** Seconds, or positions; an event that is a little late has pause 0. */
    private float pause(long difference) {
        return Math.max(0, difference) / (layout.watch().hasCalendar() ? 1e6f : 1f);
    }
}
