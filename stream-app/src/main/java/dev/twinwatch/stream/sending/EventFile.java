package dev.twinwatch.stream.sending;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.TimeField;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Sends the rows of a CSV file to the topic of events, keyed by entity and at the time of the event. */
public final class EventFile {
    private static final Header ENROL = new RecordHeader(Origin.ENROL_HEADER, "true".getBytes(StandardCharsets.UTF_8));

    private final Settings settings;
    private final SchemaRegistry registry;
    private final Wish wish;
    private final EventReader reader;

    /**
     * What is wanted.
     *
     * @param format in which form events travel
     * @param enrol whether the sender vouches for them, so that they are learned and not judged
     * @param speed so many times as fast as it happened; 0: as fast as possible
     * @param limit so many events at most
     */
    public record Wish(Format format, boolean enrol, double speed, long limit) {}

    /** What was sent, and how many rows were left out since they are no events of the watch. */
    public record Sent(long events, long leftOut) {
        /** Whether so many rows were left out that the file, or the watch, is another one than meant: all, or over 1 %. */
        public boolean isOtherThanMeant() {
            return events == 0 || leftOut * 100 > events + leftOut;
        }
    }

    /** For the topic of one watch. */
    public EventFile(Settings settings, SchemaRegistry registry, Wish wish) {
        this.settings = settings;
        this.registry = registry;
        this.wish = wish;
        this.reader = new EventReader(Layout.of(settings.watch()));
    }

    /**
     * Returns once the broker has all of them.
     *
     * @param problems hears of each row that is left out, with its line
     * @throws IllegalArgumentException where the file is none, or lacks a column of the watch
     * @throws IllegalStateException where the broker does not take an event
     */
    public Sent send(Path file, Consumer<String> problems) throws IOException, InterruptedException {
        String name = file.getFileName().toString();
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        Pace pace = new Pace(wish.speed());
        long sent = 0;
        long leftOut = 0;
        try (CsvRows rows = CsvRows.open(file);
                Producer<byte[], byte[]> producer = new Clients(settings).producer()) {
            RowEncoding encoding = encoding(file, rows.columns());
            while (sent < wish.limit() && rows.hasNext() && failure.get() == null) {
                CsvRows.Row row = rows.next();
                if (!row.problem().isEmpty()) {
                    leftOut++;
                    problems.accept(name + " line " + row.line() + " " + row.problem());
                    continue;
                }
                Reading reading = reader.read(row.cells()::get, new Origin(name, 0, row.line(), wish.enrol()));
                if (reading instanceof Reading.Understood understood) {
                    pace.await(understood.event().time());
                    var unused = producer.send(
                            record(understood.event(), encoding.encode(row.cells())),
                            (written, e) -> failure.compareAndSet(null, e));
                    sent++;
                } else if (reading instanceof Reading.Unreadable no) {
                    leftOut++;
                    problems.accept(name + " line " + row.line() + ": " + no.reason());
                }
            }
            producer.flush();
        }
        Exception first = failure.get();
        if (first != null) {
            throw new IllegalStateException(
                    "topic " + settings.topics().events() + " did not take an event (" + first.getMessage()
                            + "): check broker and rights, then send again",
                    first);
        }
        return new Sent(sent, leftOut);
    }

    private ProducerRecord<byte[], byte[]> record(Event event, byte[] value) {
        long time = settings.watch().hasCalendar()
                ? TimeUnit.MICROSECONDS.toMillis(event.time())
                : System.currentTimeMillis();
        byte[] key = event.entity().getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(
                settings.topics().events(), null, time, key, value, wish.enrol() ? List.of(ENROL) : List.of());
    }

    private RowEncoding encoding(Path file, List<String> columns) {
        Watch watch = settings.watch();
        Layout layout = Layout.of(watch);
        Set<String> wholes = new HashSet<>();
        Set<String> numbers = new HashSet<>(layout.numbers());
        // Who reads a number as a category sees the text that stands in the file
        numbers.removeAll(layout.categories());
        watch.time().ifPresent(time -> {
            if (time.unit() == TimeField.Unit.MILLIS || time.unit() == TimeField.Unit.MICROS) {
                wholes.add(time.field());
            } else if (time.unit() != TimeField.Unit.ISO8601) {
                numbers.add(time.field());
            }
        });
        Set<String> missing = new TreeSet<>(numbers);
        missing.addAll(layout.categories());
        missing.addAll(wholes);
        missing.add(watch.entity());
        columns.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(file + " has no column " + String.join(", ", missing) + ", only "
                    + String.join(", ", columns) + ": correct the watch or the first row of the file");
        }
        if (wish.format() == Format.JSON) {
            numbers.addAll(wholes);
            return new JsonRows(numbers);
        }
        return new AvroRows(
                columns, wholes, numbers, settings.topics().events(), new AvroSerializer<>(registry, settings.serde()));
    }
}
