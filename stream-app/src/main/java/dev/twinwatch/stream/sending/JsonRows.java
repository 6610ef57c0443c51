package dev.twinwatch.stream.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows as JSON objects; a dot in the name of a column goes one level down, as the paths of a watch do. */
final class JsonRows implements RowEncoding {
    private static final JsonMapper JSON = new JsonMapper();

    private final Set<String> numbers;

    /** Cells of these columns become numbers, all others texts. */
    JsonRows(Set<String> numbers) {
        this.numbers = Set.copyOf(numbers);
    }

    @Override
    public byte[] encode(Map<String, String> cells) {
        ObjectNode root = JSON.createObjectNode();
        cells.forEach((column, cell) -> put(root, column, cell));
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a row cannot be written as JSON", e);
        }
    }

    private void put(ObjectNode root, String column, String cell) {
        ObjectNode node = root;
        Iterator<String> parts = List.of(column.split("\\.", -1)).iterator();
        String part = parts.next();
        while (parts.hasNext()) {
            if (node.has(part) && !node.get(part).isObject()) {
                throw clash(column);
            }
            node = node.withObjectProperty(part);
            part = parts.next();
        }
        if (node.has(part)) {
            throw clash(column);
        }
        if (numbers.contains(column)) {
            putNumber(node, part, cell);
        } else {
            node.put(part, cell);
        }
    }

    private static void putNumber(ObjectNode node, String name, String cell) {
        try {
            node.put(name, new BigDecimal(cell.strip()));
        } catch (NumberFormatException e) {
            // Such as 1d, which the watch reads as a number and JSON does not: it reads the text as well
            node.put(name, cell);
        }
    }

    private static IllegalArgumentException clash(String column) {
        return new IllegalArgumentException("column " + column
                + " is a value and a level of another one at once: rename it" + " in the file and in the watch");
    }
}
