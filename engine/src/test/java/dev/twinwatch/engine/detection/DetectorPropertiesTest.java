package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.evidence.Scorer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** A decision is a function of model, state and event: what is cached, and when it was dropped, changes nothing. */
final class DetectorPropertiesTest {
    private static final String WATCH = """
            watch: cards
            entity: who
            id: id
            time: {field: at, unit: seconds}
            sequence: {length: 4, minimum: 2, gap: 1h}
            lateness: 30s
            features:
              - {name: amount, field: amount, as: number, scale: log}
              - {name: place, field: terminal, as: category, buckets: 8}
              - {name: new-place, field: terminal, as: novelty}
              - {name: usual, field: amount, as: relative}
              - {name: pause, as: since-previous}
              - {name: hour, as: time-of-day}
              - {name: day, as: day-of-week}
            """;
    private static final String[] COUNTING = {
        "behaviour", "averages", "usage place", "novelty new-place", "spread usual", "strongest usual"
    };
    private static final int STEPS = 150;

    /** All that a run said, and all that it left behind. */
    private record Run(List<Object> outcomes, Map<String, String> states) {}

    @Property(seed = "6", tries = 60)
    void forgettingTheCacheAtAnyPointChangesNoOutcome(
            @ForAll long stream, @ForAll long forgetting, @ForAll @IntRange(min = 1, max = 20) int often) {
        Random when = new Random(forgetting);

        Run kept = run(stream, step -> false);
        Run forgotten = run(stream, step -> when.nextInt(often) == 0);

        assertThat(forgotten).isEqualTo(kept);
    }

    @Property(seed = "7", tries = 20)
    void theSameEventsGiveTheSameOutcomesAndStates(@ForAll long stream) {
        assertThat(run(stream, step -> false)).isEqualTo(run(stream, step -> false));
    }

    @Property(seed = "8", tries = 20)
    void thoseStreamsHaveAlertsFeedbackAndAbsorbing(@ForAll long stream) {
        List<Object> outcomes = run(stream, step -> false).outcomes().stream()
                .map(o -> o instanceof FeedbackOutcome.Contradicted contradicted ? contradicted.done() : o)
                .toList();

        assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Scored.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(FeedbackOutcome.Absorbed.class);
        assertThat(outcomes).hasAtLeastOneElementOfType(FeedbackOutcome.TakenOut.class);
        assertThat(outcomes).anyMatch(o -> o instanceof Outcome.Scored scored && scored.flagged());
        assertThat(outcomes).anyMatch(o -> o instanceof Outcome.Scored scored && scored.evidence() < 0);
    }

    private static Run run(long stream, IntPredicate forgets) {
        TestEvents events = TestEvents.ofWatch(WATCH);
        InMemoryStates states = new InMemoryStates();
        Detector detector = new Detector(events.layout(), states, 6);
        Scorer[] models = {
            new Scorer(TestModels.weighing(events.layout(), 2, COUNTING)),
            new Scorer(TestModels.weighing(events.layout(), 1, "averages", "usage place"))
        };
        Random random = new Random(stream);
        List<Object> outcomes = new ArrayList<>();
        List<Alert> alerts = new ArrayList<>();
        long seconds = 0;
        for (int step = 0; step < STEPS; step++) {
            if (forgets.test(step)) {
                detector = new Detector(events.layout(), states, 6);
            }
            boolean attack = step % 40 >= 32;
            seconds += random.nextInt(60) == 0 ? 7200 : random.nextInt(20);
            Outcome outcome = detector.onEvent(
                    models[step / 100],
                    events.next(
                            random.nextInt(5) == 0 ? "bob" : "ana",
                            "id",
                            "e" + step,
                            "at",
                            seconds - random.nextInt(25),
                            "amount",
                            random.nextInt(12) == 0
                                    ? null
                                    : (Object) (attack ? 5000 + random.nextInt(9) : random.nextInt(9)),
                            "terminal",
                            attack ? "t-" + step : "t-" + random.nextInt(3)));
            outcomes.add(outcome);
            outcome.alert().ifPresent(alerts::add);
            if (!alerts.isEmpty() && step % 10 == 9) {
                Alert alert = alerts.get(random.nextInt(alerts.size()));
                outcomes.add(
                        step % 20 == 9
                                ? detector.onLegitimate(alert.entity(), alert.id())
                                : detector.onFraud(alert.entity(), alert.id()));
            }
        }
        Map<String, String> left = new TreeMap<>();
        for (String entity : List.of("ana", "bob")) {
            left.put("recent " + entity, hex(states.recent(entity)));
            left.put("profile " + entity, hex(states.profile(entity)));
            left.put("words " + entity, hex(states.words(entity)));
            left.put(
                    "kept " + entity,
                    IntStream.range(0, STEPS)
                            .mapToObj(step -> states.kept(entity, "e" + step))
                            .flatMap(List::stream)
                            .map(one -> hex(one.encode()))
                            .collect(Collectors.joining()));
        }
        return new Run(outcomes, left);
    }

    private static String hex(byte @Nullable [] bytes) {
        return bytes == null ? "none" : HexFormat.of().formatHex(bytes);
    }
}
