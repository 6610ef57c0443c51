package dev.twinwatch.trainer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A JSON object as fields: a path goes into nested objects with dots. */
public final class JsonFields implements ListedFields {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode root;

    private JsonFields(JsonNode root) {
        this.root = root;
    }

    /** Reads UTF-8 text; throws IllegalArgumentException where it is not a JSON object. */
    public static JsonFields of(byte[] text) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!root.isObject()) {
                throw new IllegalArgumentException(
                        "is JSON but not an object, expected for example {\"user\": \"ana\"}");
            }
            return new JsonFields(root);
        } catch (IOException e) {
            throw new IllegalArgumentException("is not JSON: write JSON objects, or give the topic's own format", e);
        }
    }

    @Override
    public @Nullable Object valueAt(String path) {
        JsonNode node = root;
        for (String part : path.split("\\.", -1)) {
            node = node.path(part);
        }
        if (node.isTextual()) {
            return node.textValue();
        }
        if (node.isNumber()) {
            return node.numberValue();
        }
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("path `" + path
                    + "` ends at an object or a list, not at one value: name what is inside it, with a dot before it");
        }
        return node.isBoolean() ? node.booleanValue() : null;
    }

    @Override
    public List<String> paths() {
        List<String> paths = new ArrayList<>();
        list("", root, paths);
        return paths;
    }

    /** Lists hold many values, and a dot in a name cannot be told from a level: neither has a path. */
    private static void list(String prefix, JsonNode within, List<String> paths) {
        within.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String path = prefix + field.getKey();
            if (field.getKey().contains(".") || value.isArray()) {
                return;
            }
            if (value.isObject()) {
                list(path + ".", value, paths);
            } else {
                paths.add(path);
            }
        });
    }
}
