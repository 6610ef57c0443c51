package dev.twinwatch.stream.settings;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads settings from one YAML file and the environment, which counts more. */
public final class SettingsFile {
    private static final long MOST_BYTES = 1 << 20;

    private SettingsFile() {}

    /**
     * Reads a file of at most 1 MiB. Levels may be nested or written with dots.
     *
     * @param environment variables by name; those of {@link Setting#environment()} count, TWINWATCH_KAFKA_A_B
     *     sets the Kafka property a.b, and TWINWATCH_REGISTRY_A_B the property a.b of the registry's client
     * @throws SettingsException with all problems
     * @throws dev.twinwatch.engine.watch.WatchException with all problems of the watch file
     */
    public static Settings read(Path file, Map<String, String> environment) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
            throw new SettingsException(List.of(file + " is no file of at most 1 MiB: give --config the settings file,"
                    + " which holds for example `watch: watch.yaml`"));
        }
        Map<String, String> values = new TreeMap<>();
        flatten(file, "", load(file), values);
        overrideFrom(environment, values);
        Path folder = file.toAbsolutePath().resolveSibling("");
        Path watchFile = folder.resolve(values.getOrDefault(Setting.WATCH.key(), ""));
        if (!values.containsKey(Setting.WATCH.key()) || !Files.isRegularFile(watchFile)) {
            throw new SettingsException(List.of(file + ": `watch` names no file (" + watchFile
                    + "): write the path of the watch file, relative to the settings file"));
        }
        values.put(
                Setting.STATE_DIR.key(),
                folder.resolve(values.getOrDefault(Setting.STATE_DIR.key(), Setting.STATE_DIR.fallback()))
                        .toString());
        Watch watch = WatchFile.read(watchFile);
        return Settings.of(watch, values);
    }

    private static Object load(Path file) throws IOException {
        try {
            Object loaded = new Load(LoadSettings.builder()
                            .setLabel(file.getFileName().toString())
                            .build())
                    .loadFromString(Files.readString(file));
            return loaded == null ? Map.of() : loaded;
        } catch (YamlEngineException e) {
            throw new SettingsException(List.of(file + " is not YAML: " + e.getMessage()));
        }
    }

    private static void flatten(Path file, String prefix, Object node, Map<String, String> values) {
        if (!(node instanceof Map<?, ?> map)) {
            throw new SettingsException(
                    List.of(file + " holds `" + prefix + node.getClass().getSimpleName()
                            + "` where keys with values are expected: write for example `watch: watch.yaml`"));
        }
        map.forEach((key, value) -> {
            String path = prefix + key;
            if (value instanceof Map<?, ?>) {
                flatten(file, path + ".", value, values);
            } else if (value instanceof List<?>) {
                throw new SettingsException(List.of(file + ": `" + path + "` is a list: write one value"));
            } else if (value != null) {
                values.put(path, value.toString());
            }
        });
    }

    private static void overrideFrom(Map<String, String> environment, Map<String, String> values) {
        for (String level : Values.HANDED_ON) {
            String prefix = "TWINWATCH_" + level.toUpperCase(Locale.ROOT).replace('.', '_');
            environment.forEach((name, value) -> {
                if (name.startsWith(prefix) && !Setting.isEnvironment(name)) {
                    String property = name.substring(prefix.length())
                            .toLowerCase(Locale.ROOT)
                            .replace('_', '.');
                    values.put(level + property, value);
                }
            });
        }
        for (Setting setting : Setting.values()) {
            String value = environment.get(setting.environment());
            if (value != null) {
                values.put(setting.key(), value);
            }
        }
    }
}
