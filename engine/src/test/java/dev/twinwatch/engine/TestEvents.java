package dev.twinwatch.engine;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.WatchFile;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events for tests, read from fields as the product reads them; each is one offset after the one before. */
public final class TestEvents {
    private final Layout layout;
    private long nextOffset;

    private TestEvents(Layout layout) {
        this.layout = layout;
    }

    /** Events of the watch that is written here. */
    public static TestEvents ofWatch(String yaml) {
        return new TestEvents(layoutOf(yaml));
    }

    /** The layout of the watch that is written here. */
    public static Layout layoutOf(String yaml) {
        return Layout.of(WatchFile.parse("test.yaml", yaml));
    }

    /** The layout of these events. */
    public Layout layout() {
        return layout;
    }

    /** The next event; fields as name, value, name, value; the entity stands in the field `who`. */
    public Event next(String entity, @Nullable Object... fields) {
        return at(new Origin("events", 0, nextOffset++, false), entity, fields);
    }

    /** The next event, vouched for by its sender. */
    public Event enrolled(String entity, @Nullable Object... fields) {
        return at(new Origin("events", 0, nextOffset++, true), entity, fields);
    }

    /** An event that was read elsewhere. */
    public Event at(Origin origin, String entity, @Nullable Object... fields) {
        Map<String, @Nullable Object> values = new HashMap<>(map(fields));
        values.put("who", entity);
        Reading reading = new EventReader(layout).read(values::get, origin);
        if (reading instanceof Reading.Understood understood) {
            return understood.event();
        }
        throw new AssertionError(reading);
    }

    /** A window of events whose field `amount` has these values; NaN is missing, and so is whatever depends on the past. */
    public Window window(long firstNumber, double... amounts) {
        byte[] slots = new byte[amounts.length * layout.slotBytes()];
        float[] arrivals = new float[layout.arrivals().size()];
        Arrays.fill(arrivals, Float.NaN);
        for (int i = 0; i < amounts.length; i++) {
            Event event = next("ana", "id", "w", "amount", Double.isNaN(amounts[i]) ? null : amounts[i]);
            Window.write(layout, slots, i, firstNumber + i, event, arrivals);
        }
        return Window.over(layout, slots, amounts.length, firstNumber);
    }

    /** A record with these fields: name, value, name, value. */
    public static Fields record(@Nullable Object... fields) {
        return map(fields)::get;
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... fields) {
        Map<String, @Nullable Object> values = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            values.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return values;
    }
}
