package dev.twinwatch.sandbox.demo.recording;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import dev.twinwatch.trainer.source.SourceException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Recorded events out of a CSV file, as JSON objects whose keys are the columns. */
public final class RecordedFile implements Scenario {
    private final Watch watch;
    private final Path file;
    private final CsvSource source;
    private final LabelFile labels;
    private final int historyEvents;

    /** Throws {@link SourceException} where a file is missing or no row of the labels is a label. */
    public RecordedFile(Watch watch, Path file, Path labels, int historyEvents) {
        if (historyEvents < 1) {
            throw new IllegalArgumentException("--history is " + historyEvents
                    + ", expected 1 or more: so many first events of each entity train and enrol");
        }
        this.watch = watch;
        this.file = file;
        this.source = new CsvSource(file);
        this.labels = LabelFile.read(labels, watch);
        this.historyEvents = historyEvents;
        if (!this.labels.problems().isEmpty()) {
            throw new IllegalArgumentException(this.labels.problems().size() + " rows of the labels cannot be used: "
                    + this.labels.problems().get(0));
        }
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public String words() {
        return "recorded events of " + file.getFileName() + " with " + fraud().size() + " labelled stretches";
    }

    @Override
    public EventSource source() {
        return source;
    }

    @Override
    public int historyEvents() {
        return historyEvents;
    }

    @Override
    public List<Known> fraud() {
        return labels.labels().stream()
                .filter(label -> label.kind() == Label.Kind.FRAUD)
                .map(label -> new Known(label, Stretch.LABELLED, Set.of()))
                .toList();
    }

    @Override
    public Encoding encoding(SchemaRegistry registry) {
        List<String> columns = source.columns();
        ObjectMapper json = new ObjectMapper();
        return (fields, origin) -> {
            Map<String, Object> object = new LinkedHashMap<>();
            for (String column : columns) {
                Object cell = fields.valueAt(column);
                if (cell != null) {
                    object.put(column, cell);
                }
            }
            try {
                return json.writeValueAsBytes(object);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("row " + origin.offset() + " of " + file + " is no JSON object", e);
            }
        };
    }
}
