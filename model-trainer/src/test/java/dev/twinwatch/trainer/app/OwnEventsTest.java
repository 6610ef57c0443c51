package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.history.ReadingProgress;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OwnEventsTest {
    private static final Layout TIMED = Watches.of("{length: 4}", "time: {field: at, unit: ordinal}", "id: id");
    private static final Layout UNTIMED = Watches.of("{length: 4}", "id: id");
    private static final Table EVENTS =
            Table.of("user,at,amount,id", "ana,10,0,e1", "bob,10,0,e2", "ana,20,0,e3", "bob,20,0,e4", "ana,30,0,e5");

    @Test
    void stretchOfTimesCalledFraudIsLeftOutWithBothItsEnds() {
        OwnEvents own = new OwnEvents(TIMED, List.of(stretch("ana", 10, 20, Label.Kind.FRAUD)));

        assertThat(kept(TIMED, own)).containsExactly("e2", "e4", "e5");
        assertThat(own.leftOut()).isEqualTo(2);
        assertThat(own.unmet()).isEmpty();
    }

    @Test
    void eventCalledFraudIsLeftOutOfItsOwnEntityOnly() {
        OwnEvents own = new OwnEvents(TIMED, List.of(event("ana", "e3"), event("ana", "e4")));

        assertThat(kept(TIMED, own)).containsExactly("e1", "e5", "e2", "e4");
        assertThat(own.unmet()).containsExactly(event("ana", "e4"));
    }

    @Test
    void withoutTimeAStretchMeansPlacesAmongTheEntitysOwnEvents() {
        OwnEvents own = new OwnEvents(UNTIMED, List.of(stretch("bob", 2, 9, Label.Kind.FRAUD)));

        assertThat(kept(UNTIMED, own)).containsExactly("e1", "e3", "e5", "e2");
    }

    @Test
    void whatIsLegitimateStaysAndItsLabelCountsAsMet() {
        Label fine = stretch("ana", 10, 30, Label.Kind.LEGITIMATE);
        OwnEvents own = new OwnEvents(TIMED, List.of(fine));

        assertThat(kept(TIMED, own)).hasSize(5);
        assertThat(own.leftOut()).isZero();
        assertThat(own.unmet()).isEmpty();
    }

    @Test
    void anEventIsToldOfFraudsAtItsPlaceFromWhenTheyWereKnownWhereverTheyStandInTheFile() {
        Layout layout = Layout.of(WatchFile.parse("watch.yaml", """
                watch: tests
                entity: user
                time: {field: at, unit: seconds}
                id: id
                sequence: {length: 4}
                features: [{name: bad, field: amount, as: confirmed-fraud}]
                """));
        Table places = Table.of(
                "user,at,amount,id", "ana,10,7,e1", "ana,20,7,e2", "ana,30,7,e3", "ana,40,8,e4", "bob,15,7,e5");
        Label stolen = new Label("bob", "e5", 0, 0, Label.Kind.FRAUD, OptionalLong.of(25_000_000L));
        OwnEvents own = new OwnEvents(layout, List.of(stolen));

        History history = HistoryReader.read(
                places,
                layout,
                own,
                own.values(),
                RejectListener.NOBODY,
                Path.of(System.getProperty("java.io.tmpdir")),
                ReadingProgress.SILENT);

        Window window = history.entities().get(0).rows(layout).windowEndingAt(3);
        assertThat(IntStream.range(0, 4).mapToObj(i -> window.arrival(i, 0)))
                .containsExactly(0f, 0f, (float) Math.log(2), 0f);
    }

    @Test
    void windowsThatEndInAFraudAreKeptWithTheHonestEventsBeforeIt() {
        Layout two = Watches.of("{length: 4, minimum: 2}", "time: {field: at, unit: ordinal}", "id: id");
        OwnEvents own = new OwnEvents(two, List.of(event("ana", "e5")));

        kept(two, own);

        assertThat(own.windows().fraudsAgainst("ana")).singleElement().satisfies(window -> {
            assertThat(window.events()).isEqualTo(3);
            assertThat(window.time(2)).isEqualTo(30);
        });
        assertThat(own.windows().fraudsAgainst("bob")).isEmpty();
    }

    @Test
    void windowsThatPeopleCalledLegitimateAreKeptUnlessTheyHoldAFraud() {
        Layout two = Watches.of("{length: 2, minimum: 2}", "time: {field: at, unit: ordinal}", "id: id");
        OwnEvents fine = new OwnEvents(two, List.of(stretch("ana", 20, 30, Label.Kind.LEGITIMATE)));
        OwnEvents mixed =
                new OwnEvents(two, List.of(event("ana", "e3"), stretch("ana", 30, 30, Label.Kind.LEGITIMATE)));

        kept(two, fine);
        kept(two, mixed);

        assertThat(fine.windows().legitimateOf("ana"))
                .extracting(window -> window.time(1))
                .containsExactly(20L, 30L);
        assertThat(fine.windows().fraudsAgainst("ana")).isEmpty();
        assertThat(mixed.windows().legitimateOf("ana")).isEmpty();
        assertThat(mixed.windows().fraudsAgainst("ana")).hasSize(1);
    }

    @Test
    void windowsShorterThanTheMinimumAreNone() {
        Layout three = Watches.of("{length: 4, minimum: 3}", "time: {field: at, unit: ordinal}", "id: id");
        OwnEvents own = new OwnEvents(three, List.of(event("ana", "e3"), event("ana", "e5")));

        kept(three, own);

        assertThat(own.windows().fraudsAgainst("ana")).hasSize(1);
    }

    @Test
    void labelsOfUnknownEntitiesOrTimesAreUnmet() {
        List<Label> labels =
                List.of(stretch("eve", 10, 30, Label.Kind.FRAUD), stretch("ana", 11, 19, Label.Kind.FRAUD));
        OwnEvents own = new OwnEvents(TIMED, labels);

        assertThat(kept(TIMED, own)).hasSize(5);
        assertThat(own.unmet()).isEqualTo(labels);
    }

    /** An id is e and the number of the row. */
    private static List<String> kept(Layout layout, OwnEvents own) {
        return HistoryReader.read(EVENTS, layout, own, RejectListener.NOBODY).entities().stream()
                .map(EntityHistory::events)
                .flatMap(List::stream)
                .map(event -> "e" + event.origin().offset())
                .toList();
    }

    private static Label stretch(String entity, long from, long to, Label.Kind kind) {
        return new Label(entity, "", from, to, kind, OptionalLong.empty());
    }

    private static Label event(String entity, String id) {
        return new Label(entity, id, 0, 0, Label.Kind.FRAUD, OptionalLong.empty());
    }
}
