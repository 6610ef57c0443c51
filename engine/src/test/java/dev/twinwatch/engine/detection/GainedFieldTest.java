package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Reason;
import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Ana is known by 16 windows of amounts when her watch gains the place of each event. Windows have four events; amounts count,
 * and places with what is new about them. Evidence over 1 is flagged.
 */
final class GainedFieldTest {
    private static final String AMOUNTS = """
            watch: cards
            entity: who
            id: id
            sequence: {length: 4, minimum: 4}
            features:
              - {name: amount, field: amount, as: number}
            """;
    private static final String PLACES = """
              - {name: place, field: place, as: category}
              - {name: new-place, field: place, as: novelty}
            """;
    private static final String[] COUNTING = {"averages", "usage place", "novelty new-place"};

    private static final Orders RESTORED = entity -> Order.NONE.renewed(Order.Renewal.RESTORE, 1);

    private final TestEvents before = TestEvents.ofWatch(AMOUNTS);
    private final TestEvents events = TestEvents.ofWatch(AMOUNTS + PLACES);
    private final Layout layout = events.layout();
    private final InMemoryStates states = new InMemoryStates();
    private final Scorer byAmounts = new Scorer(TestModels.weighing(before.layout(), 1, "averages"));
    private final Scorer scorer = new Scorer(TestModels.weighing(layout, 1, COUNTING));
    private final Detector detector = new Detector(layout, states, Detector.KEPT_REFERENCES);
    private double usual;
    private int number;

    @BeforeEach
    void anaIsKnownByHerAmounts() {
        Detector then = new Detector(before.layout(), states, Detector.KEPT_REFERENCES);
        for (int i = 0; i < 4 * 17; i++) {
            Event event = before.next("ana", "id", "b" + i, "amount", 0);
            if (then.onEvent(byAmounts, event) instanceof Outcome.Scored scored) {
                usual = scored.evidence();
            }
        }
        layout.remember(before.layout());
        // offsets go on where they were
        for (int i = 0; i < 4 * 17; i++) {
            events.next("ana", "id", "b" + i);
        }
    }

    @Test
    void aFieldThatNoReferenceHasSaysNothing() {
        Outcome.Scored scored = spends(4, 0, "home");

        assertThat(scored.references()).isEqualTo(16);
        assertThat(scored.evidence()).as("as by amounts alone").isEqualTo(usual);
        assertThat(spends(4, 0, "abroad").evidence()).isCloseTo(usual, within(0.01));
    }

    @Test
    void anAlertOfThatTimeGivesNoReasonByAFieldThatWasNotCompared() {
        Alert alert = spends(4, 6, "abroad").alert().orElseThrow();

        assertThat(alert.reasons()).extracting(Reason::feature).containsExactly("amount");
    }

    @Test
    void onceHalfOfThePlacesAreTakenByReferencesThatHaveItTheseAreComparedAlone() {
        spends(4 * 8, 0, "home");

        Outcome.Scored home = spends(4, 0, "home");
        Outcome.Scored abroad = spends(4, 0, "abroad");

        assertThat(home.references()).isEqualTo(8);
        // a share of 1 in 4096 against 32 of 32: log(1/4096 x (32 + 40.96) / 32.01) = -7.5
        assertThat(home.evidence()).isBetween(usual - 8, usual - 7);
        // never used, and new: log(1/4096 x (36 + 40.96) / 0.01) + log 2 = 1.3
        assertThat(abroad.evidence()).isBetween(usual + 1, usual + 2);
    }

    @Test
    void theShadowComparesOnTheSameGround() {
        ShadowDetector shadow = new ShadowDetector(layout, states, KnownLabels.NONE);
        spends(4, 0, "home");

        Event event = event(0, "home");
        Shadowed shadowed = shadow.beforeEvent(scorer, "m", event, Orders.NONE).orElseThrow();
        Outcome.Scored live = scored(detector.onEvent(scorer, event));

        assertThat(shadowed.evidence()).isEqualTo(live.evidence());
    }

    @Test
    void aModelThatSeesTheReferencesAheadComparesOnTheSameGround() {
        Scorer next = new Scorer(TestModels.weighing(layout, 1, COUNTING));
        spends(5, 0, "home");

        assertThat(detector.workAhead(next)).isTrue();
        Outcome.Scored scored = scored(detector.onEvent(next, event(0, "home")));

        assertThat(scored.evidence()).isCloseTo(usual, within(0.01));
    }

    @Test
    void onceEveryReferenceHasItThoseOfTheGoodDayTooNothingIsRememberedOfTheTimeBefore() {
        spends(4, 0, "home");
        assertThat(recent().gained().places())
                .isEqualTo(layout.changeFrom(before.layout()).gained());
        assertThat(recent().gained().from()).isEqualTo(4 * 17 + 1);

        spends(4 * 15, 0, "home");
        assertThat(recent().gained().isNothing())
                .as("the good day is of before")
                .isFalse();

        spends(4 * 16, 0, "home");
        assertThat(recent().gained().isNothing()).isTrue();
    }

    @Test
    void referencesOfAGoodDayBeforeTheGainAreComparedWithoutTheFieldWhenTheyComeBack() {
        spends(4 * 16, 0, "home");

        detector.onEvent(scorer, event(0, "home"), RESTORED);
        Outcome.Scored scored = scored(detector.onEvent(scorer, event(0, "home"), RESTORED));

        assertThat(scored.evidence()).isCloseTo(usual, within(0.01));
    }

    private Recent recent() {
        return RecentCodec.decode(layout, Objects.requireNonNull(states.recent("ana")));
    }

    private Event event(double amount, String place) {
        number++;
        return events.next("ana", "id", "e" + number, "amount", amount, "place", place);
    }

    /** What the last of these events means. */
    private Outcome.Scored spends(int times, double amount, String place) {
        for (int i = 1; i < times; i++) {
            detector.onEvent(scorer, event(amount, place));
        }
        return scored(detector.onEvent(scorer, event(amount, place)));
    }

    private static Outcome.Scored scored(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Scored.class);
        return (Outcome.Scored) outcome;
    }
}
