package dev.twinwatch.engine.control;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.FraudCase;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.engine.cases.Finding;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.features.WindowCodec;
import dev.twinwatch.engine.watch.FeatureKind;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a person's word on an alert or event changes among the cases of all instances.
 *
 * @param id of the case: the alert that the person named, or {@link #idOfEvent}
 * @param change the case as it is now; null where it is taken back
 */
public record CaseRecord(String id, @Nullable Control change) {
    static final String KEY = "fraud/";
    private static final ByteBuffer NO_WINDOW = ByteBuffer.allocate(0);

    /**
     * Of an event that a person named; ids of events are unique for their entity alone. Earlier releases wrote the id of the event by
     * itself.
     */
    static String idOfEvent(String entity, String eventId) {
        return entity.replace("%", "%25").replace("/", "%2F") + "/" + eventId;
    }

    /** The one with this id is one no longer. */
    static CaseRecord takenBack(String id) {
        return new CaseRecord(id, null);
    }

    /** Under which it stands on the control topic. */
    public String key() {
        return KEY + id;
    }

    /**
     * The change; empty where nothing is known of the event.
     *
     * @param id of the case
     * @param kept the window that ends with the event
     * @param at when it was heard
     */
    public static Optional<CaseRecord> of(
            Layout layout, Feedback feedback, String id, Optional<Window> kept, Instant at) {
        boolean legitimate = feedback.getLabel() == Label.LEGITIMATE;
        boolean asked = !layout.watch().featuresOf(FeatureKind.CONFIRMED_FRAUD).isEmpty();
        FraudCase.Builder told = FraudCase.newBuilder()
                .setCaseId(id)
                .setEntity(feedback.getEntity())
                .setWindow(NO_WINDOW)
                .setKnownAt(feedback.getKnownAt())
                .setLegitimate(legitimate);
        if (kept.isPresent() && (asked || !legitimate)) {
            // of what was no fraud only the event itself is of use, to know how many of a value's labels are frauds
            Window window = legitimate ? kept.get().newest(1) : kept.get();
            told.setWindow(ByteBuffer.wrap(WindowCodec.encode(window)));
        } else if (asked && hasValues(feedback)) {
            told.setValues(feedback.getValues()).setEventTime(feedback.getEventTime());
        } else {
            return legitimate ? Optional.of(takenBack(id)) : Optional.empty();
        }
        String why = feedback.getComment() == null ? "" : feedback.getComment();
        return Optional.of(new CaseRecord(id, new Control(at, feedback.getWho(), why, told.build())));
    }

    private static boolean hasValues(Feedback feedback) {
        Map<String, String> values = feedback.getValues();
        return values != null && !values.isEmpty() && feedback.getEventTime() != null;
    }

    /** The case that a record holds; throws IllegalArgumentException where it holds none, or one of another layout. */
    static dev.twinwatch.engine.cases.FraudCase read(Layout layout, FraudCase told) {
        long knownAt = micros(told.getKnownAt());
        ByteBuffer window = told.getWindow();
        if (window.hasRemaining()) {
            byte[] bytes = new byte[window.remaining()];
            window.duplicate().get(bytes);
            return dev.twinwatch.engine.cases.FraudCase.of(
                    told.getCaseId(),
                    told.getEntity(),
                    WindowCodec.decode(layout, bytes),
                    knownAt,
                    !told.getLegitimate());
        }
        Map<String, String> values = told.getValues();
        Instant time = told.getEventTime();
        if (values == null || time == null) {
            throw new IllegalArgumentException("fraud case " + told.getCaseId()
                    + " has neither a window nor values with" + " event_time: give its feedback again, with both");
        }
        return dev.twinwatch.engine.cases.FraudCase.ofValues(
                layout,
                told.getCaseId(),
                told.getEntity(),
                new Finding(micros(time), knownAt, !told.getLegitimate()),
                values);
    }

    private static long micros(Instant time) {
        return TimeUnit.MILLISECONDS.toMicros(time.toEpochMilli());
    }
}
