package dev.twinwatch.sandbox.compose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of the repository, seen from this module's folder, in which tests run. */
public final class Repository {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Repository() {}

    /** A file or folder by its path from the root of the repository. */
    public static Path path(String fromRoot) {
        return Path.of("..", "..").resolve(fromRoot).normalize();
    }

    static JsonNode yaml(String fromRoot) throws IOException {
        Load yaml = new Load(LoadSettings.builder().setLabel(fromRoot).build());
        return JSON.valueToTree(yaml.loadFromString(Files.readString(path(fromRoot))));
    }

    /** Throws where it is no JSON. */
    public static JsonNode json(String fromRoot) throws IOException {
        return JSON.readTree(path(fromRoot).toFile());
    }
}
