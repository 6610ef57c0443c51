package dev.twinwatch.sandbox.demo.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecorderTest {
    private static final String WATCH = """
            watch: commands
            entity: user
            time: {field: seq, unit: ordinal}
            features: [{name: command, field: command, as: category}]
            """;

    @TempDir
    private Path folder;

    @Test
    void historyIsPlacedBeforeTheRestAndTheRestIsNamedByItsPlace() throws IOException {
        Recording recording = record("ana,1,ls\nana,2,cd\nana,3,vi\nana,4,rm\n", "", 2);

        assertThat(recording.history())
                .extracting(sample -> sample.event().id())
                .containsExactly("t-0-0", "t-0-1");
        assertThat(recording.live()).extracting(sample -> sample.event().id()).containsExactly("t-0-2", "t-0-3");
        assertThat(recording.live()).extracting(Sample::number).containsExactly(3, 4);
        assertThat(recording.history()).allMatch(Sample::enrols);
        assertThat(recording.live()).noneMatch(Sample::enrols);
    }

    @Test
    void eachLabelIsAStretchOfTheLiveEventsThatItCovers() throws IOException {
        Recording recording = record(
                "ana,1,ls\nana,2,cd\nana,3,vi\nana,4,rm\n", "ana,2,3,FRAUD\nana,4,4,FRAUD\nana,1,1,LEGITIMATE\n", 1);

        assertThat(recording.stretches())
                .containsExactly(
                        new Stretch("ana", Stretch.LABELLED, 2, 3), new Stretch("ana", Stretch.LABELLED, 4, 4));
    }

    @Test
    void labelsOfSingleEventsThatFollowEachOtherAreOneStretch() throws IOException {
        Recording recording = record(
                "ana,1,ls\nana,2,cd\nana,3,vi\nbob,1,ls\nbob,2,ls\nana,4,rm\nana,5,ls\nana,6,rm\n",
                "ana,2,2,FRAUD\nana,3,3,FRAUD\nbob,2,2,FRAUD\nana,4,4,FRAUD\nana,6,6,FRAUD\n",
                1);

        assertThat(recording.stretches())
                .containsExactly(
                        new Stretch("ana", Stretch.LABELLED, 2, 4),
                        new Stretch("bob", Stretch.LABELLED, 2, 2),
                        new Stretch("ana", Stretch.LABELLED, 6, 6));
    }

    @Test
    void labelsOfEventIdsThatFollowEachOtherAreOneStretch() throws IOException {
        Path labels = Files.writeString(folder.resolve("ids.csv"), "entity,event_id,label\nana,2,FRAUD\nana,3,FRAUD\n");
        Path events = Files.writeString(folder.resolve("e.csv"), "user,seq,command\nana,1,ls\nana,2,cd\nana,3,vi\n");
        Scenario scenario = new RecordedFile(WatchFile.parse("watch.yaml", WATCH + "id: seq\n"), events, labels, 1);

        Recording recording = recorded(scenario);

        assertThat(recording.stretches()).containsExactly(new Stretch("ana", Stretch.LABELLED, 2, 3));
    }

    @Test
    void fraudInTheHistoryIsSentAndNotVouchedFor() throws IOException {
        Recording recording = record("ana,1,ls\nana,2,cd\nana,3,vi\n", "ana,2,2,FRAUD\n", 2);

        assertThat(recording.history()).extracting(Sample::enrols).containsExactly(true, false);
        assertThat(recording.stretches()).isEmpty();
    }

    @Test
    void recordIsSentAsAnObjectOfItsColumns() throws IOException {
        Recording recording = record("ana,1,ls\nana,2,\n", "", 1);

        assertThat(new String(recording.history().get(0).value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"user\":\"ana\",\"seq\":\"1\",\"command\":\"ls\"}");
        assertThat(new String(recording.live().get(0).value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"user\":\"ana\",\"seq\":\"2\"}");
    }

    @Test
    void rowThatIsNoEventIsLeftOutWithItsReason() throws IOException {
        Recording recording = record("ana,1,ls\nana,soon,cd\nana,3,vi\n", "", 1);

        assertThat(recording.live()).hasSize(1);
        assertThat(recording.problems())
                .singleElement()
                .asString()
                .contains("row 2")
                .contains("soon");
    }

    @Test
    void historyThatLeavesNothingToStreamIsRefused() {
        assertThatThrownBy(() -> record("ana,1,ls\n", "", 5))
                .hasMessageContaining("nothing is left to stream")
                .hasMessageContaining("shorter history");
    }

    private Recording record(String events, String labels, int history) throws IOException {
        Path eventFile = Files.writeString(folder.resolve("events.csv"), "user,seq,command\n" + events);
        Path labelFile = Files.writeString(folder.resolve("labels.csv"), "entity,from,to,label\n" + labels);
        return recorded(new RecordedFile(WatchFile.parse("watch.yaml", WATCH), eventFile, labelFile, history));
    }

    private static Recording recorded(Scenario scenario) {
        return Recorder.record(scenario, scenario.encoding(new InMemorySchemaRegistry()), new Placement("t", 1));
    }
}
