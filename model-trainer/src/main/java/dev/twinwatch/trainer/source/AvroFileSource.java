package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.text.NearNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Records of an Avro object container file, which brings its own schema: paths go into nested records with dots. */
public final class AvroFileSource implements EventSource {
    private final Path file;
    private @Nullable GenericRecord current;
    private double share = Double.NaN;

    /** Throws {@link SourceException} where there is no such file. */
    public AvroFileSource(Path file) {
        this.file = file;
        if (!Files.isRegularFile(file)) {
            throw new SourceException(file + " is not a file: check the path, relative ones start at "
                    + Path.of("").toAbsolutePath());
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public void require(List<String> paths) {
        try (DataFileReader<GenericRecord> records = open()) {
            Schema schema = records.getSchema();
            List<String> lacking = paths.stream()
                    .filter(path -> !mayHave(schema, List.of(path.split("\\.", -1))))
                    .toList();
            if (!lacking.isEmpty()) {
                throw new SourceException(file + " has no field " + NearNames.withHints(lacking, paths(schema))
                        + " in its schema " + schema.getFullName() + ": correct the fields of the watch");
            }
        } catch (IOException | AvroRuntimeException e) {
            throw unreadable(0, e);
        }
    }

    private static boolean mayHave(Schema schema, List<String> path) {
        return switch (schema.getType()) {
            case UNION -> schema.getTypes().stream().anyMatch(branch -> mayHave(branch, path));
            case MAP -> !path.isEmpty() && mayHave(schema.getValueType(), path.subList(1, path.size()));
            case RECORD -> {
                Schema.Field field = path.isEmpty() ? null : schema.getField(path.get(0));
                yield field != null && mayHave(field.schema(), path.subList(1, path.size()));
            }
            default -> path.isEmpty();
        };
    }

    /** Names at the top of the schema, where it is one of records. */
    private static List<String> paths(Schema schema) {
        return schema.getType() == Schema.Type.RECORD
                ? schema.getFields().stream().map(Schema.Field::name).toList()
                : List.of();
    }

    @Override
    public String text() {
        return current == null ? "" : current.toString();
    }

    @Override
    public double share() {
        return share;
    }

    private DataFileReader<GenericRecord> open() throws IOException {
        return new DataFileReader<>(file.toFile(), new GenericDatumReader<GenericRecord>());
    }

    private SourceException unreadable(long after, Exception e) {
        return new SourceException(
                file + " cannot be read after record " + after + ", expected an Avro object container file: "
                        + e.getMessage(),
                e);
    }

    @Override
    public void forEach(RecordVisitor visitor) {
        String name = file.getFileName().toString();
        long number = 0;
        try (DataFileReader<GenericRecord> records = open()) {
            if (records.getSchema().getType() != Schema.Type.RECORD) {
                throw new SourceException(file + " holds values of type "
                        + records.getSchema().getType().getName() + ", expected records: write one record per event");
            }
            AvroFields fields = new AvroFields();
            long size = Files.size(file);
            while (visitor.wantsMore() && records.hasNext()) {
                GenericRecord record = records.next();
                number++;
                current = record;
                share = records.previousSync() / (double) size;
                visitor.record(fields.of(record), new Origin(name, 0, number, false));
            }
            // Avro takes a block that breaks off for the end of the file, and would drop its records without a word
            if (visitor.wantsMore() && records.previousSync() < size) {
                throw new SourceException(file + " breaks off after record " + number + ": copy it again");
            }
        } catch (IOException | AvroRuntimeException e) {
            throw unreadable(number, e);
        }
    }
}
