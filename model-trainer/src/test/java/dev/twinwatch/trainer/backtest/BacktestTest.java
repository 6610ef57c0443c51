package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.scoring.HandMade;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BacktestTest {
    private static final int USERS = 12;

    @Test
    void alertsAreThoseOfOneDetectorThatDecidesOneEventAfterTheOtherWhateverTheNumberOfThreads() {
        Table history = everybody(new Recorded(), 1);
        Table events = changing(new Recorded());
        List<Seen> alone = ofOneDetector(history, events);

        assertThat(seen(backtest(1).run(Optional.of(history), events))).isEqualTo(alone);
        assertThat(seen(backtest(2).run(Optional.of(history), events))).isEqualTo(alone);
        assertThat(alone).as("enough to compare").hasSizeGreaterThan(USERS);
    }

    @Test
    void everyEventHasOneOutcomeAndTheHistoryNone() {
        Recorded history = new Recorded().add("a", 12, 1);
        Recorded events = new Recorded().after(history).add("a", 5, 1).add("b", 3, 1);

        BacktestResult result = events.backtest(history, Optional.empty());

        assertThat(result.enrolled()).isEqualTo(12);
        assertThat(result.events()).isEqualTo(8);
        assertThat(result.outcomes()).isEqualTo(Map.of("SCORED", 5L, "LEARNING", 3L));
        assertThat(result.days()).as("positions are no days").isEmpty();
    }

    @Test
    void historyOfTheSameNameAsTheEventsIsNoReplayOfThem() {
        Recorded history = new Recorded().add("a", 12, 1);

        BacktestResult result = new Recorded().after(history).add("a", 3, 1).backtest(history, Optional.empty());

        assertThat(result.outcomes()).doesNotContainKey("DUPLICATE");
    }

    @Test
    void storyEndsWithItsLastEventOverTheLimitAndItsAlertIsOne() {
        Recorded history = new Recorded().add("a", 12, 1);
        Recorded events =
                new Recorded().after(history).add("a", 4, 1).add("a", 4, -1).add("a", 8, 1);

        BacktestResult result = events.backtest(history, Optional.empty());

        // Rows 7 to 9 have windows whose sum is below 0: of 4 events, 3 or 4 are -1.
        assertThat(result.stories()).singleElement().satisfies(story -> {
            assertThat(story.row()).isEqualTo(7);
            assertThat(story.lastRow()).isEqualTo(9);
            assertThat(story.events()).isEqualTo(3);
            assertThat(story.peak()).isEqualTo(1, within(1e-5));
            assertThat(story.finding()).isEmpty();
        });
    }

    @Test
    void eventsOlderThanOneBeforeAreCounted() {
        Table events = Table.of("user,at,amount", "a,1,1", "a,3,1", "a,2,1", "b,1,1");

        assertThat(backtest(2).run(Optional.empty(), events).backwards()).isEqualTo(1);
    }

    @Test
    void recordsThatAreNoEventsAreToldAndTheOthersDecided() {
        List<String> problems = new ArrayList<>();
        Table events = Table.of("user,at,amount", "a,1,1", "a,2,much", "a,3,1");

        BacktestResult result = new Backtest(
                        Recorded.CONTESTANT,
                        Optional.empty(),
                        1,
                        (problem, record) -> problems.add(problem),
                        Progress.SILENT)
                .run(Optional.empty(), events);

        assertThat(result.events()).isEqualTo(2);
        assertThat(problems).containsExactly("t.csv row 2: field amount is 'much', expected a number");
    }

    @Test
    void sourceWithoutAnEventIsRefused() {
        Table events = Table.of("user,at,amount", "a,1,much");

        assertThatThrownBy(() -> backtest(1).run(Optional.empty(), events))
                .isInstanceOf(HistoryException.class)
                .hasMessage("t.csv has no event of watch tests: compare the fields of the watch with the data");
    }

    private static Backtest backtest(int threads) {
        return new Backtest(Recorded.CONTESTANT, Optional.empty(), threads, RejectListener.NOBODY, Progress.SILENT);
    }

    /** Twelve events of each. */
    private static Table everybody(Recorded recorded, double amount) {
        for (int round = 0; round < 12; round++) {
            for (int user = 0; user < USERS; user++) {
                recorded.add("u" + user, 1, amount);
            }
        }
        return recorded.source();
    }

    /** By turns 200 events of each, now and then a few of another sign. */
    private static Table changing(Recorded recorded) {
        Random random = new Random(3);
        int[] strange = new int[USERS];
        for (int round = 0; round < 200; round++) {
            for (int user = 0; user < USERS; user++) {
                strange[user] = strange[user] > 0 ? strange[user] - 1 : random.nextInt(30) == 0 ? 5 : 0;
                recorded.add("u" + user, 1, strange[user] > 0 ? -1 : 1);
            }
        }
        return recorded.source();
    }

    private record Seen(String alertId, long row, long lastRow, int events, double peak, List<String> reasons) {}

    private static List<Seen> seen(BacktestResult result) {
        return result.stories().stream()
                .map(s -> new Seen(s.alertId(), s.row(), s.lastRow(), s.events(), s.peak(), s.reasons()))
                .toList();
    }

    private static List<Seen> ofOneDetector(Table history, Table events) {
        Detector detector = new Detector(HandMade.BY_DISTANCE, new InMemoryStates(), Detector.KEPT_REFERENCES);
        Scorer scorer = new Scorer(Recorded.CONTESTANT.model());
        events(history, "before", true).forEach(event -> detector.onEvent(scorer, event));
        Map<String, Seen> byAlert = new HashMap<>();
        List<String> order = new ArrayList<>();
        for (Event event : events(events, "t.csv", false)) {
            Outcome outcome = detector.onEvent(scorer, event);
            Optional<Alert> opened = outcome.alert().filter(a -> a.state() == Alert.State.OPENED);
            opened.ifPresent(alert -> {
                order.add(alert.id());
                List<String> words =
                        alert.reasons().stream().map(r -> r.words()).toList();
                byAlert.put(alert.id(), new Seen(alert.id(), event.origin().offset(), 0, 0, 0, words));
            });
            if (outcome instanceof Outcome.Scored scored && scored.flagged()) {
                byAlert.computeIfPresent(
                        scored.alertId(),
                        (id, s) -> new Seen(
                                id,
                                s.row(),
                                event.origin().offset(),
                                s.events() + 1,
                                Math.max(s.peak(), scored.evidence()),
                                s.reasons()));
            }
        }
        return order.stream().map(byAlert::get).toList();
    }

    private static List<Event> events(Table table, String name, boolean enrol) {
        List<Event> events = new ArrayList<>();
        EventReader reader = new EventReader(HandMade.BY_DISTANCE);
        table.forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                Reading reading = reader.read(fields, new Origin(name, 0, origin.offset(), enrol));
                events.add(((Reading.Understood) reading).event());
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                throw new AssertionError(reason);
            }
        });
        return events;
    }
}
