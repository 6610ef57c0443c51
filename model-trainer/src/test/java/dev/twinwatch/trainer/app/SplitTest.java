package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SplitTest {
    @ParameterizedTest
    @CsvSource({"1, 0", "7, 0", "8, 2", "10, 3", "100, 30"})
    void threeTenthsAreHeldOutOfEightEntitiesOrMore(int entities, int heldOut) {
        Split split = Split.of(entities(entities), 1);

        assertThat(split.heldOut()).hasSize(heldOut);
        assertThat(Stream.concat(split.train().stream(), split.heldOut().stream()))
                .containsExactlyInAnyOrderElementsOf(entities(entities));
    }

    @Test
    void seedAloneDecidesWho() {
        Split split = Split.of(entities(40), 1);

        assertThat(split).isEqualTo(Split.of(entities(40), 1));
        assertThat(split.heldOut()).isNotEqualTo(Split.of(entities(40), 2).heldOut());
    }

    private static List<EntityHistory> entities(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new EntityHistory("e" + i, List.of()))
                .toList();
    }
}
