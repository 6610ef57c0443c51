package dev.twinwatch.stream.settings;

import dev.twinwatch.engine.text.NearNames;
import dev.twinwatch.registry.ConfigValues;
import dev.twinwatch.registry.RegistrySettings;
import dev.twinwatch.serde.ChosenSerializer;
import dev.twinwatch.serde.SerdeSettings;
import dev.twinwatch.serde.SubjectNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What may stand below `registry:`, and what of it the service itself follows when it writes. */
final class RegistryKeys {
    private static final String LEVEL = "registry.";
    private static final String PREFIX = "schema.registry.";
    private static final List<String> KNOWN = Stream.of(
                    RegistrySettings.KEYS.stream(),
                    RegistrySettings.NOT_FOLLOWED.keySet().stream(),
                    SerdeSettings.OF_WRITERS.stream(),
                    SerdeSettings.NOT_FOLLOWED.keySet().stream(),
                    Stream.of(ChosenSerializer.CLASS))
            .flatMap(keys -> keys)
            .map(RegistryKeys::asWritten)
            .toList();

    private RegistryKeys() {}

    /** As the registry's client knows it: below `registry:` nothing can be meant for the broker, and the client wants that said. */
    static String ofClient(String key) {
        return key.startsWith("ssl.") || RegistrySettings.KEYS.contains(PREFIX + key) ? PREFIX + key : key;
    }

    private static String asWritten(String key) {
        return key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key;
    }

    /** One sentence for each key that would do nothing, or something else than it says. */
    static List<String> problems(Map<String, String> below) {
        List<String> problems = new ArrayList<>();
        if (new ConfigValues(below).text(ChosenSerializer.CLASS) == null) {
            below.keySet().stream()
                    .filter(key -> !KNOWN.contains(asWritten(key)))
                    .forEach(key -> problems.add(unknown(key)));
        }
        try {
            SerdeSettings serde = serde(below);
            if (serde.subjects() != SubjectNames.TOPIC) {
                problems.add("`registry.value.subject.name.strategy` is " + serde.subjects()
                        + ": subjects of the service's topics are named by the topic, remove the key or write"
                        + " TopicNameStrategy");
            }
        } catch (IllegalArgumentException e) {
            problems.add("below `registry:` " + e.getMessage());
        }
        return problems;
    }

    /** How the service writes what no chosen class writes; the keys of such a class are its own. */
    static SerdeSettings serde(Map<String, String> properties) {
        Map<String, String> ours = new HashMap<>(properties);
        if (new ConfigValues(properties).text(ChosenSerializer.CLASS) != null) {
            SerdeSettings.NOT_FOLLOWED.keySet().forEach(key -> {
                ours.remove(key);
                ours.remove(PREFIX + key);
            });
        }
        return SerdeSettings.from(ours, false);
    }

    private static String unknown(String key) {
        return "unknown setting `" + LEVEL + key + "`"
                + NearNames.nearest(asWritten(key), KNOWN)
                        .map(near -> ": write `" + LEVEL + near + "`")
                        .orElse(": write one of the keys in the README under Schema registry, or remove it");
    }
}
