package dev.twinwatch.stream.settings;

import dev.twinwatch.engine.text.NearNames;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Typed values out of text by key; notes each problem instead of stopping at the first. */
final class Values {
    /** Everything below these keys is handed on to Kafka's clients or to the registry's; {@link RegistryKeys} knows the latter. */
    static final List<String> HANDED_ON = List.of("kafka.", "registry.");

    /** Properties that settings of ours stand for: given under their own name, they would be overridden without a word. */
    private static final Map<String, Setting> ELSEWHERE = Map.of(
            "kafka.bootstrap.servers", Setting.BOOTSTRAP,
            "registry.schema.registry.url", Setting.REGISTRY,
            "registry.avro.max.record.bytes", Setting.RECORD_BYTES);

    private static final List<String> KEYS =
            Arrays.stream(Setting.values()).map(Setting::key).toList();

    private static final String OFF = "off";
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Pattern BYTES = Pattern.compile("([0-9]{1,12})(KiB|MiB|GiB)?");

    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    Values(Map<String, String> values) {
        this.values = values;
        values.keySet().forEach(this::check);
    }

    private void check(String key) {
        Setting own = ELSEWHERE.get(key);
        if (own != null) {
            problems.add("`" + key + "` has a setting of its own: write `" + own.key() + "` instead");
        } else if (key.startsWith("kafka.") && Setting.of(key).isEmpty()) {
            KafkaKeys.meant(key.substring("kafka.".length()))
                    .map(near -> "kafka." + near)
                    .ifPresent(near -> {
                        Setting ours = ELSEWHERE.get(near);
                        problems.add(unknown(key) + "write `" + (ours == null ? near : ours.key()) + "`");
                    });
        } else if (Setting.of(key).isEmpty() && HANDED_ON.stream().noneMatch(key::startsWith)) {
            problems.add(unknown(key)
                    + NearNames.nearest(key, KEYS)
                            .map(near -> "write `" + near + "`")
                            .orElse("write one of " + String.join(", ", KEYS)
                                    + ", or a Kafka property below `kafka:`"));
        }
    }

    private static String unknown(String key) {
        return "unknown setting `" + key + "`: ";
    }

    String text(Setting setting) {
        String value = values.get(setting.key());
        return value == null ? setting.fallback() : value.trim();
    }

    int integer(Setting setting, int least, int most) {
        return parsed(setting, least, text -> {
            int number = Integer.parseInt(text);
            if (number < least || number > most) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    double number(Setting setting, double least, double most) {
        return parsed(setting, least, text -> {
            double number = Double.parseDouble(text);
            if (!(number >= least && number <= most)) {
                throw new IllegalArgumentException("out of range");
            }
            return number;
        });
    }

    boolean flag(Setting setting) {
        return choice(setting, List.of("true", "false")).equals("true");
    }

    String choice(Setting setting, List<String> allowed) {
        String value = text(setting);
        if (!allowed.contains(value)) {
            problems.add(problem(setting));
        }
        return value;
    }

    /** Empty for {@code off}. */
    Optional<Duration> durationOrOff(Setting setting, Duration least, Duration most) {
        return text(setting).equals(OFF) ? Optional.empty() : Optional.of(duration(setting, least, most));
    }

    Duration duration(Setting setting, Duration least, Duration most) {
        return parsed(setting, least, text -> {
            Matcher matcher = DURATION.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no duration");
            }
            long number = Long.parseLong(matcher.group(1));
            Duration value =
                    switch (matcher.group(2)) {
                        case "ms" -> Duration.ofMillis(number);
                        case "s" -> Duration.ofSeconds(number);
                        case "m" -> Duration.ofMinutes(number);
                        case "h" -> Duration.ofHours(number);
                        default -> Duration.ofDays(number);
                    };
            if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    long bytes(Setting setting, long least, long most) {
        return parsed(setting, least, text -> {
            Matcher matcher = BYTES.matcher(text);
            if (!matcher.matches()) {
                throw new IllegalArgumentException("no size");
            }
            String unit = matcher.group(2) == null ? "" : matcher.group(2);
            int shift =
                    switch (unit) {
                        case "KiB" -> 10;
                        case "MiB" -> 20;
                        case "GiB" -> 30;
                        default -> 0;
                    };
            long value = Math.multiplyExact(Long.parseLong(matcher.group(1)), 1L << shift);
            if (value < least || value > most) {
                throw new IllegalArgumentException("out of range");
            }
            return value;
        });
    }

    private <T> T parsed(Setting setting, T otherwise, Function<String, T> parse) {
        try {
            return parse.apply(text(setting));
        } catch (IllegalArgumentException | ArithmeticException e) {
            problems.add(problem(setting));
            return otherwise;
        }
    }

    private String problem(Setting setting) {
        return "`" + setting.key() + "` is `" + text(setting) + "`, expected: " + setting.words()
                + (setting.unit().isEmpty() ? "" : " (" + setting.unit() + ")")
                + "; write for example `" + setting.key() + ": " + setting.fallback() + "`";
    }

    void problem(String sentence) {
        problems.add(sentence);
    }

    /** What is below a prefix and no setting of its own, without the prefix. */
    Map<String, String> below(String prefix) {
        Map<String, String> found = new TreeMap<>();
        values.forEach((key, value) -> {
            if (key.startsWith(prefix) && Setting.of(key).isEmpty() && !ELSEWHERE.containsKey(key)) {
                found.put(key.substring(prefix.length()), value);
            }
        });
        return Collections.unmodifiableMap(found);
    }

    void refuseProblems() {
        if (!problems.isEmpty()) {
            throw new SettingsException(problems);
        }
    }
}
