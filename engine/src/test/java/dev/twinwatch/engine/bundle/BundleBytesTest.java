package dev.twinwatch.engine.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.features.Window;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The binary entries of a bundle: models that were trained once are read for years, so that each change is a migration. */
final class BundleBytesTest {
    @Test
    void theBytesOfNumbersNeverChange() {
        String golden = "00000001" + "0005" + "6f75742e77" + "00000002" + "3fc00000" + "c0000000";

        assertThat(HexFormat.of().formatHex(Tensors.encode(Map.of("out.w", new float[] {1.5f, -2}))))
                .isEqualTo(golden);
        assertThat(Tensors.decode(HexFormat.of().parseHex(golden)).get("out.w")).containsExactly(1.5f, -2f);
    }

    /** One window of two events of amounts 1.5 and 2, numbered from 1, and its embedding. */
    @Test
    void theBytesOfGoldenVectorsNeverChange() {
        TestEvents events =
                TestEvents.ofWatch("watch: cards\nentity: who\nfeatures: [{name: amount, field: amount, as: number}]");
        Window window = events.window(1, 1.5, 2);
        String golden = "00000001"
                + "0002" + "0000000000000001" + "3fc00000" + "0000000000000002" + "40000000"
                + "0002" + "3f000000" + "bf000000";

        assertThat(HexFormat.of().formatHex(GoldenCodec.encode(new Golden(List.of(window), List.of(new float[] {
                    .5f, -.5f
                })))))
                .isEqualTo(golden);
        Golden read = GoldenCodec.decode(events.layout(), HexFormat.of().parseHex(golden));
        assertThat(read.windows().get(0)).usingRecursiveComparison().isEqualTo(window);
        assertThat(read.embeddings().get(0)).containsExactly(.5f, -.5f);
    }
}
