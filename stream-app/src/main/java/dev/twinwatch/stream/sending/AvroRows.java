package dev.twinwatch.stream.sending;

import dev.twinwatch.serde.AvroSerializer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Rows as Avro records of one flat schema, each field of which may be missing. */
final class AvroRows implements RowEncoding {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private final Schema schema;
    private final Set<String> wholes;
    private final Set<String> numbers;
    private final String topic;
    private final AvroSerializer<GenericRecord> serializer;

    /**
     * Throws IllegalArgumentException where a column has a name that Avro does not know.
     *
     * @param wholes columns of whole numbers
     * @param numbers columns of other numbers; all the rest are texts
     */
    AvroRows(
            List<String> columns,
            Set<String> wholes,
            Set<String> numbers,
            String topic,
            AvroSerializer<GenericRecord> serializer) {
        this.wholes = Set.copyOf(wholes);
        this.numbers = Set.copyOf(numbers);
        this.topic = topic;
        this.schema = schema(columns);
        this.serializer = serializer;
    }

    private Schema schema(List<String> columns) {
        SchemaBuilder.FieldAssembler<Schema> fields =
                SchemaBuilder.record("Event").namespace("twinwatch.sent").fields();
        for (String column : columns) {
            if (!NAME.matcher(column).matches()) {
                throw new IllegalArgumentException("column " + column
                        + " has a name that Avro does not allow (letters, digits and _): send with --format json");
            }
            fields = wholes.contains(column)
                    ? fields.optionalLong(column)
                    : numbers.contains(column) ? fields.optionalDouble(column) : fields.optionalString(column);
        }
        return fields.endRecord();
    }

    @Override
    public byte[] encode(Map<String, String> cells) {
        GenericRecord record = new GenericData.Record(schema);
        cells.forEach((column, cell) -> record.put(column, value(column, cell)));
        return Objects.requireNonNull(serializer.serialize(topic, record), "a record has bytes");
    }

    private Object value(String column, String cell) {
        if (wholes.contains(column)) {
            return new BigDecimal(cell.strip()).longValue();
        }
        return numbers.contains(column) ? (Object) Double.parseDouble(cell.strip()) : cell;
    }
}
