package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.engine.watch.Scale;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the features of one field make of its values, and whether that can say anything. */
final class FieldCheck {
    private static final double MOSTLY = .5;

    private final Column column;
    private final Habit habit;
    private final List<FeatureSpec> features;
    private final Findings findings;
    private final String entity;

    FieldCheck(Column column, Habit habit, List<FeatureSpec> features, String entity, Findings findings) {
        this.column = column;
        this.habit = habit;
        this.features = List.copyOf(features);
        this.findings = findings;
        this.entity = Words.clean(entity);
    }

    void look(long events) {
        double missing = events == 0 ? 0 : 1 - column.present() / (double) events;
        boolean number = features.stream().anyMatch(feature -> feature.kind().hasScale());
        String field = Words.clean(column.path());
        findings.line(
                field,
                kinds()
                        + (column.present() == 0 ? "" : number ? "; " + range() : "; " + values())
                        + (missing > 0 ? "; missing in " + Words.percent(missing) + " of the events" : ""));
        if (column.present() == 0) {
            findings.warns(field + " has no values: take its features out");
            return;
        }
        if (missing > MOSTLY) {
            findings.warns(field + " is missing in " + Words.percent(missing) + " of the events: where it is, it says"
                    + " little about most of them");
        }
        if (missing < .02) {
            constant(field);
        }
        category(field);
    }

    private void constant(String field) {
        if (column.distinct() == 1) {
            findings.warns(field + " is always "
                    + Words.quoted(column.examples(1).get(0)) + ": it says nothing, take its features out");
        } else if (FeatureChoice.isLabel(column)) {
            findings.warns(field + " looks like a label: what is to be found out must not be an input; give it to"
                    + " `twinwatch train --labels` instead");
        } else if (habit.isAttribute()) {
            findings.warns(field + " is the same in all events of one " + entity
                    + ": it tells who that is and not how it behaves, take its features out");
        }
    }

    private void category(String field) {
        for (FeatureSpec feature : features) {
            boolean embeds = feature.kind() == FeatureKind.CATEGORY;
            if ((embeds || feature.kind() == FeatureKind.NOVELTY)
                    && column.uniqueness() > .9
                    && column.distinct() > 20) {
                findings.warns(feature.name() + ": " + field + " has another value in nearly every event, so that "
                        + feature.kind().yaml() + " finds no habit; take it out");
            } else if (embeds && column.distinct() > feature.buckets()) {
                findings.warns(
                        feature.name() + ": " + Words.number(column.distinct()) + " values of " + field + " share "
                                + feature.buckets() + " buckets; write more `buckets` if memory allows, at most 65536");
            }
        }
    }

    private String kinds() {
        return features.stream().map(FieldCheck::kind).collect(Collectors.joining(", "));
    }

    private static String kind(FeatureSpec feature) {
        return feature.scale() == Scale.NONE
                ? feature.kind().yaml()
                : feature.kind().yaml() + " (" + feature.scale().name().toLowerCase(Locale.ROOT) + ")";
    }

    private String range() {
        double[] quantiles = column.numbers().quantiles(.25, .75);
        return "from " + Words.number(column.numbers().least()) + " to "
                + Words.number(column.numbers().most())
                + ", half of them in " + Words.number(quantiles[0]) + " to " + Words.number(quantiles[1])
                + ", for example " + Words.list(column.examples(3));
    }

    private String values() {
        return Words.count(column.distinct(), "value", "values") + ", for example " + Words.list(column.examples(3));
    }
}
