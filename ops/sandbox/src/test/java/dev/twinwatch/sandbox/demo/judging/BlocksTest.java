package dev.twinwatch.sandbox.demo.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlocksTest {
    private static final EventReader READER = new EventReader(Layout.of(WatchFile.parse("watch.yaml", """
            watch: commands
            entity: user
            features: [{name: command, field: command, as: category}]
            """)));

    /** Events 11 to 20 of ana are hers, 21 to 30 somebody else's. */
    private final Truth truth = new Truth(List.of(new Stretch("ana", Stretch.LABELLED, 21, 30)), 10);

    private final Blocks blocks = new Blocks(10, 10, truth);

    @Test
    void evidenceAtTheLastEventJudgesABlock() {
        blocks.scored(event(19), 9, true);
        blocks.scored(event(20), -1, false);

        assertThat(blocks.count()).isEqualTo(1);
        assertThat(blocks.falseAlarms()).isZero();
    }

    @Test
    void blockWithFraudThatIsFlaggedIsAHit() {
        blocks.scored(event(20), 3, true);
        blocks.scored(event(30), 4, true);

        assertThat(blocks.frauds()).isEqualTo(1);
        assertThat(blocks.hits()).isEqualTo(1);
        assertThat(blocks.falseAlarms()).isEqualTo(1);
    }

    @Test
    void curveOfTwoFraudsAndFourHonestBlocksCanBeCountedByHand() {
        Roc roc = Roc.of(new double[] {3, 1}, new double[] {0, 2, 0, 1});

        // 3 beats four; 1 beats two and ties with one.
        assertThat(roc.area()).isCloseTo((4 + 2.5) / 8, within(1e-12));
        assertThat(roc.hitsAt(0)).isEqualTo(0.5);
        assertThat(roc.hitsAt(0.25)).isEqualTo(0.5);
        assertThat(roc.hitsAt(0.5)).isEqualTo(1);
        assertThat(roc.hitsAt(1)).isEqualTo(1);
    }

    @Test
    void blocksOfNoEventsAreRefused() {
        assertThatThrownBy(() -> new Blocks(0, 10, truth))
                .hasMessageContaining("--blocks is 0")
                .hasMessageContaining("write for example 100");
    }

    private static Sample event(int number) {
        Reading.Understood read = (Reading.Understood)
                READER.read(path -> path.equals("user") ? "ana" : "ls", new Origin("topic", 0, number, false));
        return new Sample(read.event(), number, new byte[0]);
    }
}
