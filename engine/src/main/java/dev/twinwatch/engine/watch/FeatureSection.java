package dev.twinwatch.engine.watch;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the features of a watch. */
final class FeatureSection {
    private static final Set<String> KEYS =
            new TreeSet<>(List.of("name", "field", "as", "scale", "buckets", "within", "known-for"));
    private static final long MOST_PAST = 3650 * 86_400_000_000L;

    private FeatureSection() {}

    /** In the order of the file. */
    static List<FeatureSpec> all(YamlSection top, boolean calendar) {
        Set<String> names = new HashSet<>();
        List<FeatureSpec> features = new ArrayList<>();
        for (YamlSection item : top.sections("features", "a feature", KEYS)) {
            FeatureSpec feature = feature(item, calendar);
            if (!feature.name().isEmpty() && !names.add(feature.name())) {
                item.problem("name", "is " + feature.name() + " for a second time: give each feature its own name");
            }
            features.add(feature);
        }
        return features;
    }

    private static FeatureSpec feature(YamlSection item, boolean calendar) {
        String as = item.required("as", "number");
        FeatureKind kind = FeatureKind.of(as).orElse(FeatureKind.NUMBER);
        if (!as.isEmpty() && !kind.yaml().equals(as)) {
            item.problem("as", "is " + as + ", expected one of " + FeatureKind.choices());
        }
        if (kind.needsCalendar() && !calendar) {
            item.problem(
                    "as", "is " + as + ", which needs a time with a calendar: add `time: {field: ..., unit: millis}`");
        }
        if (kind.yaml().equals(as)) {
            refuseUnused(item, kind);
        }
        String field = kind.needsField() ? item.required("field", "amount") : "";
        int buckets = item.integer("buckets", FeatureSpec.DEFAULT_BUCKETS, 2, 1 << 16);
        return new FeatureSpec(
                item.required("name", "amount"),
                kind,
                field,
                item.choice("scale", Scale.NONE, Scale.class),
                buckets,
                past(item, "within", FeatureSpec.DEFAULT_WITHIN, 1),
                past(item, "known-for", 0, 0));
    }

    private static long past(YamlSection item, String key, long fallback, long least) {
        Optional<String> text = item.text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        long micros = Durations.micros(text.get()).orElse(-1L);
        if (micros >= least && micros <= MOST_PAST) {
            return micros;
        }
        item.problem(key, "is " + text.get() + ", expected a duration such as 12h or 30d, at most 3650d");
        return fallback;
    }

    private static void refuseUnused(YamlSection item, FeatureKind kind) {
        if (!kind.needsField()) {
            item.unused("field", kind.yaml() + " reads the time alone: leave `field` out");
        }
        if (!kind.hasScale()) {
            item.unused("scale", "only number, change and relative have a scale: leave `scale` out of " + kind.yaml());
        } else if (kind != FeatureKind.NUMBER && item.text("scale").orElse("").equals("rank")) {
            item.problem("scale", "is rank, which only number knows: write none or log for " + kind.yaml());
        }
        if (!kind.hasPast()) {
            item.unused("within", "only confirmed-fraud looks back: leave `within` out of " + kind.yaml());
            item.unused("known-for", "only confirmed-fraud looks back: leave `known-for` out of " + kind.yaml());
        }
        if (!kind.hasBuckets()) {
            item.unused("buckets", "only category has buckets: leave `buckets` out of " + kind.yaml());
        }
    }
}
