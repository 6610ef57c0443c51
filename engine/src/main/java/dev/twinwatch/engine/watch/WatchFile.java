package dev.twinwatch.engine.watch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a watch from YAML; refuses what it does not understand, with the line and what to write instead. */
public final class WatchFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern LIMIT = Pattern.compile("-?[0-9]{1,9}(?:\\.[0-9]{1,9})?");
    private static final long MOST_PAST = 3650 * 86_400_000_000L;
    private static final Set<String> TOP = keys(
            "watch",
            "entity",
            "partitioned-by-entity",
            "time",
            "id",
            "sequence",
            "lateness",
            "features",
            "encoder",
            "compare",
            "alerts");

    private final List<YamlSection.Problem> problems = new ArrayList<>();
    private final String file;

    private WatchFile(String file) {
        this.file = file;
    }

    /** Reads a file of at most 1 MiB; throws {@link WatchException} with all problems. */
    public static Watch read(Path path) throws IOException {
        if (Files.size(path) > MOST_BYTES) {
            throw new WatchException(List.of(path + " is larger than 1 MiB: a watch file has some tens of lines"));
        }
        try {
            return parse(path.getFileName().toString(), Files.readString(path));
        } catch (CharacterCodingException e) {
            throw new WatchException(List.of(path + " is not UTF-8 text: save it as UTF-8"));
        }
    }

    /** Reads text; the name stands in front of each problem. */
    public static Watch parse(String name, String yaml) {
        return new WatchFile(name).parse(yaml);
    }

    private Watch parse(String yaml) {
        Optional<Node> root;
        try {
            root = new Compose(LoadSettings.builder().setLabel(file).build()).composeReader(new StringReader(yaml));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new WatchException(List.of(
                    file + ":" + line + ": is not YAML, " + e.getProblem() + ": look at indents, quotes and brackets"));
        } catch (YamlEngineException e) {
            throw new WatchException(List.of(file + " is not YAML: " + e.getMessage()));
        }
        if (root.isEmpty()) {
            throw new WatchException(List.of(file + " is empty: write at least watch, entity and features"));
        }
        YamlSection top = new YamlSection("the watch", root.get(), TOP, problems);
        Optional<TimeField> time = top.section("time", keys("field", "unit")).map(this::time);
        boolean calendar = time.isPresent() && time.get().unit() != TimeField.Unit.ORDINAL;
        SequenceRule sequence = sequence(top, calendar);
        List<FeatureSpec> features = features(top, calendar);
        Watch watch = new Watch(
                name(top),
                top.required("entity", "customer"),
                top.flag("partitioned-by-entity"),
                time,
                top.text("id").orElse(""),
                sequence,
                top.text("lateness")
                        .map(t -> duration(top, "lateness", t, calendar))
                        .orElse(Long.MAX_VALUE),
                features,
                encoder(top, sequence),
                choice(top, "compare", Metric.LIKELIHOOD_RATIO, Metric.class),
                top.section("alerts", keys("budget", "limit", "amount"))
                        .map(section -> alerts(section, calendar, features))
                        .orElse(AlertRule.DEFAULT),
                yaml);
        if (!problems.isEmpty()) {
            throw new WatchException(YamlSection.Problem.sentences(file, problems));
        }
        return watch;
    }

    /** By default a bag, and where sequences end, since order counts in those, whichever training finds the best. */
    private static Optional<EncoderKind> encoder(YamlSection top, SequenceRule sequence) {
        if (top.text("encoder").map("auto"::equals).orElse(sequence.ends())) {
            return Optional.empty();
        }
        EncoderKind kind = choice(top, "encoder", EncoderKind.BAG, EncoderKind.class, "auto");
        if (kind == EncoderKind.LSTM && !sequence.ends()) {
            top.problem(
                    "encoder",
                    "is lstm, which reads a whole window again for each event, too dear for a stream without end: write"
                            + " tcn or bag, or add `by: FIELD` to `sequence` where sequences end");
        }
        return Optional.of(kind);
    }

    private String name(YamlSection top) {
        String name = top.required("watch", "card-payments");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            top.problem("watch", "is " + name + ", expected lower-case letters, digits and hyphens: it names topics");
        }
        return name;
    }

    private TimeField time(YamlSection section) {
        return new TimeField(
                section.required("field", "at"), choice(section, "unit", TimeField.Unit.MILLIS, TimeField.Unit.class));
    }

    private SequenceRule sequence(YamlSection top, boolean calendar) {
        Optional<YamlSection> given = top.section("sequence", keys("length", "minimum", "gap", "by"));
        if (given.isEmpty()) {
            return SequenceRule.ofLength(32);
        }
        YamlSection section = given.get();
        int length = section.integer("length", 32, 2, 512);
        return new SequenceRule(
                length,
                section.integer("minimum", Math.min(4, length), 1, length),
                section.text("gap")
                        .map(t -> duration(section, "gap", t, calendar))
                        .orElse(Long.MAX_VALUE),
                section.text("by").orElse(""));
    }

    private long duration(YamlSection section, String key, String text, boolean calendar) {
        Optional<Long> value = calendar ? Durations.micros(text) : Durations.positions(text);
        if (value.isEmpty()) {
            section.problem(
                    key,
                    "is " + text + ", expected "
                            + (calendar
                                    ? "a duration such as 30s, 10m, 12h or 7d"
                                    : "a whole number of positions, since the watch has no time with a calendar"));
        }
        return value.orElse(Long.MAX_VALUE);
    }

    private List<FeatureSpec> features(YamlSection top, boolean calendar) {
        Set<String> names = new HashSet<>();
        List<FeatureSpec> features = new ArrayList<>();
        for (YamlSection item : top.sections(
                "features", "a feature", keys("name", "field", "as", "scale", "buckets", "within", "known-for"))) {
            FeatureSpec feature = feature(item, calendar);
            if (!feature.name().isEmpty() && !names.add(feature.name())) {
                item.problem("name", "is " + feature.name() + " for a second time: give each feature its own name");
            }
            features.add(feature);
        }
        return features;
    }

    private FeatureSpec feature(YamlSection item, boolean calendar) {
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
                choice(item, "scale", Scale.NONE, Scale.class),
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

    private static AlertRule alerts(YamlSection section, boolean calendar, List<FeatureSpec> features) {
        OptionalDouble limit = OptionalDouble.empty();
        Optional<String> limitText = section.text("limit");
        if (limitText.isPresent()) {
            if (LIMIT.matcher(limitText.get()).matches()) {
                limit = OptionalDouble.of(Double.parseDouble(limitText.get()));
            } else {
                section.problem("limit", "is " + limitText.get() + ", expected a number such as 6.5");
            }
        }
        return new AlertRule(
                section.text("budget")
                        .flatMap(text -> budget(section, text, calendar))
                        .orElse(AlertRule.DEFAULT.budget()),
                limit,
                section.text("amount")
                        .filter(field -> isAmount(section, field, features))
                        .orElse(""));
    }

    /** How large an amount is beside others is known from the feature that reads it. */
    private static boolean isAmount(YamlSection section, String field, List<FeatureSpec> features) {
        boolean known = features.stream().anyMatch(feature -> feature.readsAmount(field));
        if (!known) {
            section.problem(
                    "amount",
                    "is " + field + ", which no feature reads as a number on a logarithmic scale: add `{name: " + field
                            + ", field: " + field + ", as: number, scale: log}` to the features");
        }
        return known;
    }

    private static Optional<Budget> budget(YamlSection section, String text, boolean calendar) {
        Optional<Budget> budget = Budget.parse(text);
        if (budget.isEmpty()) {
            section.problem("budget", "is " + text + ", expected for example " + Budget.EXAMPLES);
        } else if (budget.get().per().needsDays() && !calendar) {
            section.problem(
                    "budget",
                    "is " + text
                            + ", which needs a time with a calendar: add `time: {field: ..., unit: millis}`, or write"
                            + " `1 per 10000 events`");
        }
        return budget;
    }

    private static <E extends Enum<E>> E choice(
            YamlSection section, String key, E fallback, Class<E> type, String... others) {
        Optional<String> text = section.text(key);
        if (text.isEmpty()) {
            return fallback;
        }
        List<String> choices = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String yaml = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (yaml.equals(text.get())) {
                return constant;
            }
            choices.add(yaml);
        }
        choices.addAll(List.of(others));
        section.problem(key, "is " + text.get() + ", expected one of " + String.join(", ", choices));
        return fallback;
    }

    private static Set<String> keys(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
