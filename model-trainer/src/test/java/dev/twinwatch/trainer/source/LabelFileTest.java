package dev.twinwatch.trainer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelFileTest {
    private static final Watch POSITIONS = watch("");
    private static final Watch SECONDS = watch("time: {field: t, unit: seconds}\n");
    private static final Watch ISO = watch("time: {field: t, unit: iso8601}\n");

    @TempDir
    private Path folder;

    @Test
    void labelsOfEventsNameTheirId() throws IOException {
        LabelFile file = read(SECONDS, "entity,event_id,label,known_at\n763,39,FRAUD,7.5\n764,40,LEGITIMATE,\n");

        assertThat(file.problems()).isEmpty();
        assertThat(file.labels())
                .containsExactly(
                        new Label("763", "39", 0, 0, Label.Kind.FRAUD, OptionalLong.of(7_500_000)),
                        new Label("764", "40", 0, 0, Label.Kind.LEGITIMATE, OptionalLong.empty()));
    }

    @Test
    void stretchesArePositionsWhereTheWatchHasNoTime() throws IOException {
        LabelFile file = read(POSITIONS, "entity,from,to,label\n2,10901,11000,FRAUD\n");

        assertThat(file.labels())
                .containsExactly(new Label("2", "", 10901, 11000, Label.Kind.FRAUD, OptionalLong.empty()));
    }

    @Test
    void timesAreReadLikeTheTimesOfEvents() throws IOException {
        LabelFile file = read(ISO, "entity,from,to,label\nana,1970-01-01T00:00:01Z,1970-01-01T00:00:02Z,fraud\n");

        Label label = file.labels().get(0);
        assertThat(label.from()).isEqualTo(1_000_000);
        assertThat(label.to()).isEqualTo(2_000_000);
    }

    @Test
    void stretchCoversBothItsEndsAndOnlyItsEntity() {
        Label label = new Label("ana", "", 10, 20, Label.Kind.FRAUD, OptionalLong.empty());

        assertThat(label.covers("ana", "e", 10)).isTrue();
        assertThat(label.covers("ana", "e", 20)).isTrue();
        assertThat(label.covers("ana", "e", 21)).isFalse();
        assertThat(label.covers("bob", "e", 15)).isFalse();
    }

    @Test
    void labelOfAnEventCoversItWhenever() {
        Label label = new Label("ana", "e1", 0, 0, Label.Kind.FRAUD, OptionalLong.empty());

        assertThat(label.covers("ana", "e1", 99)).isTrue();
        assertThat(label.covers("ana", "e2", 0)).isFalse();
    }

    @Test
    void everyBadRowIsNamedWithItsLineAndWhatToWrite() throws IOException {
        LabelFile file = read(POSITIONS, """
                entity,event_id,from,to,label
                ana,,1,2,FRUAD
                ,e1,,,FRAUD
                ana,,,,FRAUD
                ana,,5,4,FRAUD
                ana,,x,4,FRAUD
                ana,e1
                ana,e1,,,FRAUD
                """);

        assertThat(file.labels()).hasSize(1);
        assertThat(file.problems())
                .containsExactly(
                        "labels.csv line 2 has label FRUAD, expected FRAUD or LEGITIMATE",
                        "labels.csv line 3 has no entity: fill the cell or take the row out",
                        "labels.csv line 4 has neither event_id nor from and to: write one of them",
                        "labels.csv line 5 has to 4 before from 5: swap them",
                        "labels.csv line 6 has from x, expected the position of an event, a whole number,"
                                + " since the watch has no time",
                        "labels.csv line 7 has 2 cells, the header has 5: write all of them, an empty one for a missing value");
    }

    @Test
    void timeInAnotherUnitIsABadRow() throws IOException {
        LabelFile file = read(SECONDS, "entity,from,to,label\nana,1970-01-01,9,FRAUD\n");

        assertThat(file.problems())
                .containsExactly("labels.csv line 2 has from 1970-01-01, expected a time in seconds"
                        + " as the events of the watch have it");
    }

    @Test
    void fileWithoutTheColumnsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("labels.csv"), "entity,label\nana,FRAUD\n");

        assertThatThrownBy(() -> LabelFile.read(file, POSITIONS))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("has the columns [entity, label], expected entity, event_id, label or");
    }

    private LabelFile read(Watch watch, String text) throws IOException {
        return LabelFile.read(Files.writeString(folder.resolve("labels.csv"), text), watch);
    }

    private static Watch watch(String time) {
        return WatchFile.parse(
                "test.yaml",
                "watch: test\nentity: user\nid: id\n" + time
                        + "features:\n  - {name: amount, field: amount, as: number}\n");
    }
}
