package dev.twinwatch.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.watch.EncoderKind;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.HistoryReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MixingTest {
    private static final Layout FORMS = Watches.of("{length: 8, minimum: 2, by: form}");

    @Test
    void sequencesThatEndAndAreOfOneLengthSuit() {
        assertThat(Mixing.suits(windows(FORMS, 6, 6))).isTrue();
        assertThat(Mixing.suits(windows(FORMS, 8, 8))).isTrue();
    }

    @Test
    void sequencesOfAnyLengthDoNotSuit() {
        assertThat(Mixing.suits(windows(FORMS, 3, 8))).isFalse();
    }

    @Test
    void windowsOfSequencesLongerThanAWindowDoNotSuitThoughTheyAreOfOneLength() {
        assertThat(Mixing.suits(windows(FORMS, 24, 24))).isFalse();
    }

    @Test
    void streamsWithoutAnEndDoNotSuit() {
        Layout endless = Watches.of("{length: 8, minimum: 2}");

        assertThat(Mixing.suits(windows(endless, 8, 8))).isFalse();
    }

    @Test
    void mixedIdentityHasTheSamePositionsOfEachInAllItsWindows() {
        TrainingWindows windows = windows(FORMS, 8, 8);

        List<Window> mixed = Mixing.mixed(all(windows, 0), all(windows, 1), Sampling.at(1, 0));

        assertThat(mixed).hasSize(12);
        // amounts are the number of the entity
        assertThat(mixed).allSatisfy(window -> assertThat(amounts(window)).isEqualTo(amounts(mixed.get(0))));
        assertThat(amounts(mixed.get(0))).contains(0f, 1f);
        assertThat(amounts(windows.window(0, 0))).containsOnly(0f);
    }

    @Test
    void mixedIdentitiesMakeABatchAtMostTwiceAsLarge() {
        Hyperparameters settings =
                Hyperparameters.defaults().with("batchEntities", "4").with("batchWindows", "2");
        List<List<Window>> noFraud = List.of(List.of(), List.of(), List.of());

        Batch batch = new EntityLesson(
                        EncoderKind.MLP, windows(FORMS, 8, 8), TrainingWindows.of(noFraud), settings, true)
                .batch(0);

        // two real ones, of whom six are mixed
        assertThat(batch.labels()).containsExactly(0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7);
        assertThat(amounts(batch.windows().get(0)))
                .containsOnly(amounts(batch.windows().get(0)).get(0));
        assertThat(new HashSet<>(amounts(batch.windows().get(4)))).hasSize(2);
    }

    @Test
    void aSetWhichKnowsNoPositionsIsNotTaughtMixedIdentities() {
        Hyperparameters settings =
                Hyperparameters.defaults().with("batchEntities", "4").with("batchWindows", "2");
        List<List<Window>> noFraud = List.of(List.of(), List.of(), List.of());

        Batch batch = new EntityLesson(
                        EncoderKind.SET, windows(FORMS, 8, 8), TrainingWindows.of(noFraud), settings, true)
                .batch(0);

        assertThat(batch.labels()).containsExactly(0, 0, 1, 1, 2, 2);
    }

    @Test
    void positionsThatTheOtherDoesNotHaveStayOnesOwn() {
        Window one = windows(FORMS, 8, 8).window(0, 0);
        Window shorter = windows(FORMS, 2, 2).window(1, 0);

        Window mixed =
                Mixing.mixed(List.of(one), List.of(shorter), Sampling.at(1, 0)).get(0);

        assertThat(mixed.events()).isEqualTo(8);
        assertThat(amounts(mixed).subList(2, 8)).containsOnly(0f);
    }

    /** Three entities with twelve sequences each, of a length from {@code least} to {@code most}. */
    private static TrainingWindows windows(Layout layout, int least, int most) {
        List<String> rows = new ArrayList<>();
        Random random = new Random(2);
        for (int sequence = 0; sequence < 36; sequence++) {
            int events = least + random.nextInt(most - least + 1);
            for (int i = 0; i < events; i++) {
                rows.add("e%d,%d,f%d".formatted(sequence % 3, sequence % 3, sequence));
            }
        }
        Table table = Table.of("user,amount,form", rows.toArray(String[]::new));
        return TrainingWindows.of(HistoryReader.read(table, layout).entities().stream()
                .map(history -> history.windows(layout, 4))
                .toList());
    }

    private static List<Window> all(TrainingWindows windows, int entity) {
        return IntStream.range(0, windows.count(entity))
                .mapToObj(i -> windows.window(entity, i))
                .toList();
    }

    private static List<Float> amounts(Window window) {
        return IntStream.range(0, window.events())
                .mapToObj(i -> window.number(i, 0))
                .toList();
    }
}
