package dev.twinwatch.serde;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/**
 * A dotted path to one value inside records of any schema, for example {@code payment.place.city}.
 *
 * <p>A part names a field of a record, by its name or else by an alias, or a key of a map; unions are looked through. So a
 * field that its producer renamed is still found where the new schema gives its old name as an alias.
 */
public final class AvroPath {
    private final String path;
    private final List<Part> parts;

    private AvroPath(String path, List<Part> parts) {
        this.path = path;
        this.parts = parts;
    }

    /** The path with these parts; refuses an empty one. */
    public static AvroPath of(String path) {
        var parts = Arrays.stream(path.split("\\.", -1))
                .map(name -> new Part(name, new Utf8(name)))
                .toList();
        if (parts.stream().anyMatch(part -> part.name().isBlank())) {
            throw new IllegalArgumentException("path `" + path
                    + "` has an empty part: write names with one dot between them, for example `payment.amount`");
        }
        return new AvroPath(path, parts);
    }

    /** Same as {@code AvroPath.of(path).in(record)}; keep the AvroPath where many records are read. */
    public static @Nullable Object valueAt(GenericRecord record, String path) {
        return of(path).in(record);
    }

    /**
     * The value as a String, Long, Double or Boolean, null if any part of the path is absent or null.
     *
     * <p>Text and enums become String; timestamps and dates stay the number that was written, in the unit of their
     * schema; a decimal becomes the nearest Double; other bytes become lower-case hexadecimal digits.
     *
     * @throws IllegalArgumentException if a record, map or array is at the path
     */
    public @Nullable Object in(IndexedRecord record) {
        Object value = record;
        Schema schema = record.getSchema();
        for (var part : parts) {
            if (value instanceof IndexedRecord within) {
                var field = part.fieldOf(within.getSchema());
                if (field == null) {
                    return null;
                }
                value = within.get(field.pos());
                schema = field.schema();
            } else if (value instanceof Map<?, ?> map) {
                // Avro reads keys as Utf8 unless the schema says String, and the two are never equal.
                value = map.containsKey(part.utf8()) ? map.get(part.utf8()) : map.get(part.name());
                schema = PlainValue.branch(schema, map).getValueType();
            } else {
                return null;
            }
            if (value == null) {
                return null;
            }
        }
        return PlainValue.of(value, schema, path);
    }

    @Override
    public String toString() {
        return path;
    }

    /** One part; it remembers where the schema of the last record has it, since the next one is mostly of the same. */
    private static final class Part {
        private final String name;
        private final Utf8 utf8;
        private @Nullable Found last;

        /** In one object, so that threads that share a path see both or neither. */
        private record Found(Schema schema, Schema.@Nullable Field field) {}

        Part(String name, Utf8 utf8) {
            this.name = name;
            this.utf8 = utf8;
        }

        String name() {
            return name;
        }

        Utf8 utf8() {
            return utf8;
        }

        @SuppressWarnings("ReferenceEquality") // comparing schemas field by field would cost more than looking it up
        Schema.@Nullable Field fieldOf(Schema schema) {
            var known = last;
            if (known == null || known.schema() != schema) {
                known = new Found(schema, fieldIn(schema));
                last = known;
            }
            return known.field();
        }

        private Schema.@Nullable Field fieldIn(Schema schema) {
            var named = schema.getField(name);
            return named != null
                    ? named
                    : schema.getFields().stream()
                            .filter(field -> field.aliases().contains(name))
                            .findFirst()
                            .orElse(null);
        }
    }
}
