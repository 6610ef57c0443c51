package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.calibration.Calibration;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0", "8, 4", "10, 4", "11, 4", "12, 4", "20, 6", "100, 30"})
    void threeTenthsAreHeldOutOfEightEntitiesOrMoreAndFourAtLeast(int entities, int heldOut) {
        Split split = split(entities, 1);

        assertThat(split.heldOut()).hasSize(heldOut);
        assertThat(names(Stream.concat(split.train().stream(), split.heldOut().stream())
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(names(entities(entities)));
    }

    @ParameterizedTest
    @ValueSource(ints = {8, 9, 10, 11, 12})
    void heldOutEntitiesAreEnoughToCalibrateOnThemAlone(int entities) {
        assertThat(split(entities, 1).heldOut()).hasSizeGreaterThanOrEqualTo(Calibration.LEAST_HELD_OUT);
    }

    @Test
    void entitiesWithTooFewEventsAreNeitherCountedNorHeldOut() {
        List<EntityHistory> entities = entities(40);

        Split split = Split.of(entities, h -> entities.indexOf(h) < 8, 1);

        assertThat(split.heldOut()).hasSize(4).allMatch(h -> entities.indexOf(h) < 8);
        assertThat(split.train()).hasSize(36);
        assertThat(Split.of(entities, h -> entities.indexOf(h) < 7, 1).heldOut())
                .isEmpty();
    }

    @Test
    void seedAloneDecidesWho() {
        Split split = split(40, 1);

        assertThat(names(split.train())).isEqualTo(names(split(40, 1).train()));
        assertThat(names(split.heldOut())).isEqualTo(names(split(40, 1).heldOut()));
        assertThat(names(split.heldOut())).isNotEqualTo(names(split(40, 2).heldOut()));
    }

    private static List<String> names(List<EntityHistory> histories) {
        return histories.stream().map(EntityHistory::entity).toList();
    }

    private static Split split(int entities, long seed) {
        return Split.of(entities(entities), entity -> true, seed);
    }

    private static List<EntityHistory> entities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EntityHistory("e" + i, List.of()))
                .toList();
    }
}
