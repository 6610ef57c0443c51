package dev.twinwatch.engine.watch;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        List<FeatureSpec> features = FeatureSection.all(top, calendar);
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
                encoder(top, sequence, features),
                top.choice("compare", Metric.LIKELIHOOD_RATIO, Metric.class),
                AlertSection.of(top, calendar, features),
                yaml);
        if (!problems.isEmpty()) {
            throw new WatchException(YamlSection.Problem.sentences(file, problems));
        }
        return watch;
    }

    /** By default a bag, and where sequences end, since order counts in those, whichever training finds the best. */
    private static Optional<EncoderKind> encoder(YamlSection top, SequenceRule sequence, List<FeatureSpec> features) {
        if (top.text("encoder").map("auto"::equals).orElse(sequence.ends())) {
            return Optional.empty();
        }
        EncoderKind kind = top.choice("encoder", EncoderKind.BAG, EncoderKind.class, "auto");
        if (kind == EncoderKind.LSTM && !sequence.ends()) {
            top.problem(
                    "encoder",
                    "is lstm, which reads a whole window again for each event, too dear for a stream without end: write"
                            + " tcn or bag, or add `by: FIELD` to `sequence` where sequences end");
        }
        boolean numbers = features.stream().anyMatch(feature -> feature.kind().isNumeric());
        boolean categories = features.stream().anyMatch(feature -> feature.kind() == FeatureKind.CATEGORY);
        if (kind == EncoderKind.SET && (numbers || !categories)) {
            top.problem("encoder", "is set, which reads categories and no numbers: write bag, which reads both");
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
                section.required("field", "at"), section.choice("unit", TimeField.Unit.MILLIS, TimeField.Unit.class));
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

    private static Set<String> keys(String... names) {
        return new TreeSet<>(List.of(names));
    }
}
