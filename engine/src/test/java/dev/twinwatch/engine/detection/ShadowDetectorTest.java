package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ana makes a payment of about 0 each hour, four to a window; somebody else spends 6. Evidence over 1 is flagged. */
final class ShadowDetectorTest {
    private static final long HOUR = 3_600_000_000L;
    private static final String OTHER = "another model";

    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: micros}
            sequence: {length: 4, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final InMemoryStates states = new InMemoryStates();
    private final Detector detector = new Detector(events.layout(), states, Detector.KEPT_REFERENCES);
    private final ShadowDetector shadow = new ShadowDetector(events.layout(), states, KnownLabels.NONE);
    private final Scorer live = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private Orders orders = Orders.NONE;
    private int hour;

    private record Both(Outcome decided, Optional<Shadowed> shadowed) {}

    @Test
    void theSameModelSaysWhatIsDecided() {
        Scorer same = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        Random random = new Random(1);

        List<Both> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double amount = i % 100 >= 80 && i % 100 < 90 ? 6 : random.nextGaussian() / 4;
            all.add(spends(same, amount));
        }

        List<Outcome.Scored> scored = all.stream()
                .filter(both -> both.decided() instanceof Outcome.Scored)
                .map(both -> (Outcome.Scored) both.decided())
                .toList();
        assertThat(scored).hasSizeGreaterThan(350);
        assertThat(scored.stream().filter(one -> opens(one))).hasSize(4);
        assertThat(all).allSatisfy(both -> {
            if (both.decided() instanceof Outcome.Scored decided) {
                Shadowed said = both.shadowed().orElseThrow();
                assertThat(said.evidence()).isEqualTo(decided.evidence());
                assertThat(said.flagged()).isEqualTo(decided.flagged());
                assertThat(said.opened()).isEqualTo(opens(decided));
                if (decided.flagged()) {
                    assertThat(said.alertId()).isEqualTo(decided.alertId());
                }
            } else {
                assertThat(both.shadowed()).isEmpty();
            }
        });
    }

    @Test
    void aModelWithALowerLimitOpensAlertsOfItsOwnAndChangesNothingElse() {
        Scorer lower = new Scorer(TestModels.weighing(events.layout(), -100, "averages"));
        InMemoryStates alone = new InMemoryStates();
        Detector undisturbed = new Detector(events.layout(), alone, Detector.KEPT_REFERENCES);

        List<Both> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Event event = next(0);
            undisturbed.onEvent(live, event);
            all.add(decides(lower, event));
        }

        assertThat(all).noneMatch(both -> both.decided().alert().isPresent());
        assertThat(all.stream().flatMap(both -> both.shadowed().stream()).filter(Shadowed::opened))
                .as("it never ends, as each event is over its limit")
                .hasSize(1);
        assertThat(states.recent("ana")).isEqualTo(alone.recent("ana"));
        assertThat(states.profile("ana")).isEqualTo(alone.profile("ana"));
    }

    @Test
    void anAlertOfAShadowEndsAfterAWindowOfQuiet() {
        Scorer same = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        spendsTimes(same, 20, 0);
        spendsTimes(same, 4, 6);
        assertThat(states.shadow("ana")).isNotNull();

        spendsTimes(same, 12, 0);

        assertThat(states.shadow("ana")).isNull();
    }

    @Test
    void anAlertOfAnEarlierShadowIsNotContinued() {
        Scorer same = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        spendsTimes(same, 20, 0);
        spendsTimes(same, 3, 6);

        Shadowed next =
                shadow.beforeEvent(same, "a later model", next(6), orders).orElseThrow();

        assertThat(next.opened()).isTrue();
    }

    @Test
    void noAlertOfAShadowOpensWhileTheEntityIsSnoozed() {
        Scorer same = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        spendsTimes(same, 20, 0);
        orders = entity -> Order.NONE.snoozed(1000 * HOUR);

        List<Both> snoozed = spendsTimes(same, 4, 6);

        assertThat(snoozed.get(3).shadowed()).map(Shadowed::flagged).contains(true);
        assertThat(snoozed).noneMatch(both -> both.shadowed().orElseThrow().opened());
    }

    @Test
    void historyThatIsEnrolledIsNotScoredAlong() {
        Scorer same = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
        spendsTimes(same, 20, 0);

        assertThat(shadow.beforeEvent(
                        same, OTHER, events.enrolled("ana", "id", "h", "at", 99 * HOUR, "amount", 0.0), orders))
                .isEmpty();
    }

    private static boolean opens(Outcome.Scored scored) {
        return scored.alert()
                .map(Alert::state)
                .filter(Alert.State.OPENED::equals)
                .isPresent();
    }

    private List<Both> spendsTimes(Scorer other, int times, double amount) {
        List<Both> all = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            all.add(spends(other, amount));
        }
        return all;
    }

    private Both spends(Scorer other, double amount) {
        return decides(other, next(amount));
    }

    private Both decides(Scorer other, Event event) {
        Optional<Shadowed> said = shadow.beforeEvent(other, OTHER, event, orders);
        return new Both(detector.onEvent(live, event, orders), said);
    }

    private Event next(double amount) {
        long at = hour++ * HOUR;
        return events.next("ana", "id", "e" + hour, "at", at, "amount", amount);
    }
}
