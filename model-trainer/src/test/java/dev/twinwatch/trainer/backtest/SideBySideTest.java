package dev.twinwatch.trainer.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.alert.Alert;
import dev.twinwatch.engine.alert.Severity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class SideBySideTest {
    @Test
    void storiesOfOneEntityThatOverlapAreOneEvenIfTheyOpenAtDifferentEvents() {
        AlertStory early = story("a", 10, 20);
        AlertStory late = story("a", 15, 18);

        SideBySide both = SideBySide.of(List.of(early), List.of(late));

        assertThat(both.pairs()).containsExactly(new SideBySide.Pair(Optional.of(early), Optional.of(late)));
        assertThat(both.both()).isEqualTo(1);
    }

    @Test
    void othersStandAloneInTheOrderOfTheirRecords() {
        AlertStory first = story("a", 10, 20);
        AlertStory afterwards = story("a", 21, 22);
        AlertStory ofAnother = story("b", 5, 15);

        SideBySide both = SideBySide.of(List.of(first), List.of(ofAnother, afterwards));

        assertThat(both.pairs())
                .containsExactly(
                        new SideBySide.Pair(Optional.empty(), Optional.of(ofAnother)),
                        new SideBySide.Pair(Optional.of(first), Optional.empty()),
                        new SideBySide.Pair(Optional.empty(), Optional.of(afterwards)));
        assertThat(both.onlyFirst()).isEqualTo(1);
        assertThat(both.onlySecond()).isEqualTo(2);
    }

    @Test
    void oneStoryThatAnotherLimitTellsAsTwoIsBesideTheEarlierOfThem() {
        AlertStory whole = story("a", 10, 30);
        AlertStory beginning = story("a", 11, 12);
        AlertStory end = story("a", 25, 30);

        SideBySide both = SideBySide.of(List.of(whole), List.of(beginning, end));

        assertThat(both.both()).isEqualTo(1);
        assertThat(both.onlySecond()).isEqualTo(1);
    }

    private static AlertStory story(String entity, long row, long lastRow) {
        return new AlertStory(
                row,
                lastRow,
                row,
                lastRow,
                entity + row,
                entity,
                new Alert.EventRef("e" + row, 0, row),
                Alert.State.OPENED,
                Severity.LOW,
                1,
                1,
                .5,
                List.of(),
                Optional.empty());
    }
}
