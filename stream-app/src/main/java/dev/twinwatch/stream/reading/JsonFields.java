package dev.twinwatch.stream.reading;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.serde.UnreadableRecordException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Fields of JSON objects; a dot in a path goes one level down. Jackson's own limits hold for nesting and numbers. */
final class JsonFields {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    static boolean looksLikeObject(byte[] value) {
        for (byte b : value) {
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b == '{';
            }
        }
        return false;
    }

    Fields of(byte[] value) {
        try {
            JsonNode root = JSON.readTree(value);
            return path -> at(root, path);
        } catch (IOException e) {
            // The parser's own words quote the record, which may be private.
            throw new UnreadableRecordException(
                    "record of " + value.length + " bytes is no JSON object ("
                            + e.getClass().getSimpleName() + "): look at its producer",
                    e);
        }
    }

    private static @Nullable Object at(JsonNode root, String path) {
        JsonNode node = root;
        int from = 0;
        while (from <= path.length()) {
            int dot = path.indexOf('.', from);
            int to = dot < 0 ? path.length() : dot;
            node = node.path(path.substring(from, to));
            from = to + 1;
        }
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("path `" + path
                    + "` ends at an object or a list, not at one value: name what is inside it, with a dot before it");
        }
        return node.isNumber() ? node.numberValue() : node.isBoolean() ? (Object) node.booleanValue() : node.asText();
    }
}
