package dev.twinwatch.retrainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.EventRef;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Severity;
import dev.twinwatch.trainer.source.Label.Kind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class SaidTest {
    private static final Instant FIRST = Instant.ofEpochMilli(1_000);
    private static final Instant LAST = Instant.ofEpochMilli(4_000);

    private final Said said = new Said();

    @Test
    void whatIsSaidOfAnAlertIsAboutItsEventsFromTheFirstToTheLastOverTheLimit() {
        said.add(feedback("a1", "e1", FIRST, Label.FRAUD));

        said.add(alert("a1", FIRST, FIRST));
        said.add(alert("a1", FIRST, LAST));

        assertThat(said.labels()).singleElement().satisfies(label -> {
            assertThat(label.kind()).isEqualTo(Kind.FRAUD);
            assertThat(label.covers("ana", "e2", 2_000_000)).isTrue();
            assertThat(label.covers("ana", "e9", 4_000_001)).isFalse();
        });
        assertThat(said.ofAlerts()).isEqualTo(1);
    }

    @Test
    void theNewerOfTwoWordsCounts() {
        said.add(feedback("a1", "e1", FIRST, Label.FRAUD));
        said.add(feedback("a1", "e1", FIRST, Label.LEGITIMATE));

        assertThat(said.labels()).extracting(label -> label.kind()).containsExactly(Kind.LEGITIMATE);
    }

    @Test
    void ofAnAlertThatIsNoLongerOnItsTopicTheOpeningEventIsLabelled() {
        said.add(feedback("a1", "e1", FIRST, Label.FRAUD));

        assertThat(said.labels()).extracting(label -> label.eventId()).containsExactly("e1");
    }

    @Test
    void anEventIsLabelledByItsIdOrElseByItsTime() {
        said.add(feedback(null, "e5", null, Label.LEGITIMATE));
        said.add(feedback(null, null, LAST, Label.FRAUD));
        said.add(feedback(null, null, null, Label.FRAUD));

        assertThat(said.labels()).hasSize(2);
        assertThat(said.labels().get(1).covers("ana", "any", 4_000_000)).isTrue();
        assertThat(said.ofAlerts()).isZero();
    }

    private static Feedback feedback(
            @Nullable String alert, @Nullable String event, @Nullable Instant time, Label label) {
        return new Feedback("ana", alert, event, time, LAST, label, "bo", null, null);
    }

    private static Alert alert(String id, Instant from, Instant to) {
        return Alert.newBuilder()
                .setAlertId(id)
                .setWatch("payments")
                .setEntity("ana")
                .setState(AlertState.GROWN)
                .setSeverity(Severity.LOW)
                .setOpeningEvent(new EventRef("e1", from, 1L))
                .setLatestEvent(new EventRef("e4", to, 4L))
                .setEvents(2)
                .setEvidence(3)
                .setPeakEvidence(3)
                .setLimit(2)
                .setDistance(1)
                .setReferences(5)
                .setReasons(List.of())
                .setModelVersion("0".repeat(64))
                .setModelEpoch(1)
                .setControlVersion(1)
                .build();
    }
}
