package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Featurizer;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EncoderCandidatesTest {
    private static final String NUMBER = "  - {name: n, field: n, as: number}\n";
    private static final String CATEGORY = "  - {name: c, field: c, as: category, buckets: 64}\n";

    @Test
    void aStreamWithoutEndHasABagAndATcn() {
        Layout layout = layout("{length: 3, minimum: 1}", NUMBER);

        assertThat(kinds(layout, 3, 3)).containsExactly(EncoderKind.BAG, EncoderKind.TCN);
        assertThat(candidates(layout).usual().kind()).isEqualTo(EncoderKind.BAG);
    }

    @Test
    void aStreamOfCategoriesAloneMayBeReadAsASet() {
        Layout layout = layout("{length: 3, minimum: 1}", CATEGORY);

        assertThat(kinds(layout, 3, 3)).containsExactly(EncoderKind.BAG, EncoderKind.TCN, EncoderKind.SET);
        assertThat(candidates(layout).spec(EncoderKind.SET).dimensions()).isEqualTo(64);
    }

    @Test
    void sequencesThatEndMayBeRecurrent() {
        Layout layout = layout("{length: 3, minimum: 1, by: s}", NUMBER);

        assertThat(kinds(layout, 3, 2)).containsExactly(EncoderKind.BAG, EncoderKind.TCN, EncoderKind.LSTM);
        assertThat(kinds(layout, 3, 7)).containsExactly(EncoderKind.BAG, EncoderKind.TCN, EncoderKind.LSTM);
        assertThat(candidates(layout).usual().kind()).isEqualTo(EncoderKind.TCN);
    }

    @Test
    void sequencesWhoseEventsAlignMayBeReadByPosition() {
        Layout layout = layout("{length: 3, minimum: 1, by: s}", NUMBER);

        assertThat(kinds(layout, 3, 3))
                .containsExactly(EncoderKind.BAG, EncoderKind.TCN, EncoderKind.LSTM, EncoderKind.MLP);
    }

    @Test
    void whatCostsTooMuchForAnEventIsNoCandidate() {
        Layout layout = layout("{length: 512, minimum: 1, by: s}", NUMBER);

        assertThat(kinds(layout, 3, 2)).containsExactly(EncoderKind.BAG);
    }

    @Test
    void aBagThatReadsMostlyCategoriesHasMoreRoom() {
        assertThat(candidates(layout("{length: 3}", CATEGORY))
                        .spec(EncoderKind.BAG)
                        .dimensions())
                .isEqualTo(64);
        assertThat(candidates(layout("{length: 3}", CATEGORY + NUMBER + NUMBER.replace(" n,", " m,")))
                        .spec(EncoderKind.BAG)
                        .dimensions())
                .isEqualTo(32);
    }

    private static Layout layout(String sequence, String features) {
        return Layout.of(WatchFile.parse(
                "test.yaml", "watch: test\nentity: user\nsequence: " + sequence + "\nfeatures:\n" + features));
    }

    private static EncoderCandidates candidates(Layout layout) {
        return new EncoderCandidates(layout, new Featurizer(layout, Scaling.none(Featurizer.denseInputs(layout))));
    }

    /** Of two sequences of these lengths. */
    private static List<EncoderKind> kinds(Layout layout, int first, int second) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < first + second; i++) {
            Fields fields = Map.of("user", "u", "n", i, "c", "x", "s", i < first ? "a" : "b")::get;
            Reading reading = new EventReader(layout).read(fields, new Origin("test", 0, i, false));
            events.add(((Reading.Understood) reading).event());
        }
        TrainingWindows windows = TrainingWindows.of(List.of(new EntityHistory("u", events).windows(layout, 1)));
        return candidates(layout).of(windows).stream().map(EncoderSpec::kind).toList();
    }
}
