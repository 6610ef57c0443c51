package dev.twinwatch.engine.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** One mapping of the watch file: reads its keys by name and notes each problem with its line. */
final class YamlSection {
    private final String place;
    private final int line;
    private final boolean readable;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final List<Problem> problems;

    YamlSection(String place, Node node, Set<String> allowed, List<Problem> problems) {
        this.place = place;
        this.line = lineOf(node);
        this.problems = problems;
        this.readable = node instanceof MappingNode;
        if (!(node instanceof MappingNode mapping)) {
            problem(
                    node,
                    place + " must be a mapping of keys to values: write for example `{"
                            + String.join(": ..., ", allowed) + ": ...}`");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!allowed.contains(key)) {
                problem(
                        tuple.getKeyNode(),
                        "unknown key `" + key + "` in " + place + ": write one of " + String.join(", ", allowed));
            } else if (values.put(key, tuple.getValueNode()) != null) {
                problem(tuple.getKeyNode(), "key `" + key + "` stands twice in " + place + ": keep one");
            }
        }
    }

    Optional<String> text(String key) {
        Node node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return Optional.of(scalar.getValue());
        }
        problem(
                node,
                "`" + key + "` in " + place + " must be one plain value: write for example `" + key
                        + ": value`, or leave it out");
        return Optional.empty();
    }

    /** One of the constants, written in lower case with hyphens; others are words that the caller understands itself. */
    <E extends Enum<E>> E choice(String key, E fallback, Class<E> type, String... others) {
        Optional<String> text = text(key);
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
        problem(key, "is " + text.get() + ", expected one of " + String.join(", ", choices));
        return fallback;
    }

    String required(String key, String example) {
        // Of what is no mapping at all, one sentence was said already.
        if (readable && !values.containsKey(key)) {
            problems.add(new Problem(
                    line,
                    "`" + key + "` is missing in " + place + ": write for example `" + key + ": " + example + "`"));
        }
        return text(key).orElse("");
    }

    int integer(String key, int fallback, int least, int most) {
        return text(key)
                .map(value -> {
                    try {
                        int number = Integer.parseInt(value);
                        if (number >= least && number <= most) {
                            return number;
                        }
                    } catch (NumberFormatException e) {
                        // told below, together with numbers out of range
                    }
                    problem(key, "is " + value + ", expected a whole number from " + least + " to " + most);
                    return fallback;
                })
                .orElse(fallback);
    }

    boolean flag(String key) {
        String value = text(key).orElse("false");
        if (!value.equals("true") && !value.equals("false")) {
            problem(key, "is " + value + ", expected true or false");
        }
        return value.equals("true");
    }

    Optional<YamlSection> section(String key, Set<String> allowed) {
        return Optional.ofNullable(values.get(key))
                .map(node -> new YamlSection("`" + key + "`", node, allowed, problems));
    }

    List<YamlSection> sections(String key, String itemPlace, Set<String> allowed) {
        Node node = values.get(key);
        List<YamlSection> found = new ArrayList<>();
        if (node instanceof SequenceNode list) {
            for (Node item : list.getValue()) {
                found.add(new YamlSection(itemPlace, item, allowed, problems));
            }
        }
        if (found.isEmpty()) {
            problems.add(new Problem(
                    node == null ? line : lineOf(node),
                    "`" + key + "` must be a list with at least one entry: write for example `" + key
                            + ": [{name: amount, field: amount, as: number, scale: log}]`"));
        }
        return found;
    }

    /** Notes a key that says nothing here. */
    void unused(String key, String words) {
        text(key).ifPresent(value -> problem(key, "is " + value + ", but " + words));
    }

    /** Notes a problem with the value of a key that is present. */
    void problem(String key, String words) {
        Node node = values.get(key);
        problems.add(new Problem(node == null ? line : lineOf(node), "`" + key + "` in " + place + " " + words));
    }

    private void problem(Node node, String words) {
        problems.add(new Problem(lineOf(node), words));
    }

    /** What is wrong on one line. */
    record Problem(int line, String words) {
        /** In the order of the lines, whatever the order in which they were found. */
        static List<String> sentences(String file, List<Problem> found) {
            return found.stream()
                    .sorted(Comparator.comparingInt(Problem::line))
                    .map(p -> file + ":" + p.line() + ": " + p.words())
                    .toList();
        }
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    }
}
