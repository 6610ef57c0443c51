package dev.twinwatch.sandbox.demo.traffic;

import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Sample;
import java.util.Set;
import java.util.stream.Collectors;

/** One ledger for the history and one for the live events: where a demo goes on, outcomes of both come mixed. */
public final class Ledgers {
    private final Set<String> history;
    private final Ledger enrolling;
    private final Ledger streaming;

    /** Everything that an earlier run sent is on its way; so many more at a time may be. */
    public Ledgers(Recording recording, AlreadySent sent, int enrollingAtATime, int streamingAtATime) {
        this.history =
                recording.history().stream().map(sample -> sample.event().id()).collect(Collectors.toUnmodifiableSet());
        this.enrolling = new Ledger(enrollingAtATime);
        this.streaming = new Ledger(streamingAtATime);
        recording.history().stream().filter(sent::has).forEach(sample -> note(enrolling, sample));
        recording.live().stream().filter(sent::has).forEach(sample -> note(streaming, sample));
    }

    private static void note(Ledger ledger, Sample sample) {
        ledger.sentEarlier(sample.event().id());
    }

    /** Of the history. */
    public Ledger enrolling() {
        return enrolling;
    }

    /** Of the live events. */
    public Ledger streaming() {
        return streaming;
    }

    /** The one in which this event stands. */
    Ledger of(String eventId) {
        return history.contains(eventId) ? enrolling : streaming;
    }

    /** A story may begin in the history and go on among the live events. */
    void alert(String alertId) {
        enrolling.alert(alertId);
        streaming.alert(alertId);
    }

    void failed(Throwable reason) {
        enrolling.failed(reason);
        streaming.failed(reason);
    }
}
