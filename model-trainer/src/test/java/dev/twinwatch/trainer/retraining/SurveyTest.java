package dev.twinwatch.trainer.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.source.Label;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One event of ana's a second, from second 1 on. */
final class SurveyTest {
    private static final long SECOND = 1_000_000;
    private static final Duration LONG = Duration.ofDays(1);

    private final Layout layout = layout("time: {field: at, unit: seconds}\n");

    @Test
    void withoutLabelsSevenTenthsOfTheEventsTeach() {
        Survey survey = Survey.of(events(101), layout, List.of(), LONG);

        assertThat(survey.events()).isEqualTo(101);
        assertThat(survey.cut()).isEqualTo(71 * SECOND);
    }

    @Test
    void sevenTenthsOfTheLabelledFraudsComeBeforeTheCut() {
        List<Label> frauds = IntStream.rangeClosed(71, 80)
                .mapToObj(second ->
                        new Label("ana", "", second * SECOND, second * SECOND, Label.Kind.FRAUD, OptionalLong.empty()))
                .toList();

        Survey survey = Survey.of(events(100), layout, frauds, LONG);

        assertThat(survey.cut()).isEqualTo(78 * SECOND);
        assertThat(survey.fraudsAfter()).isEqualTo(3);
    }

    @Test
    void eitherSideKeepsEventsEvenIfAllFraudsAreAtOneEnd() {
        Label late = new Label("ana", "", 100 * SECOND, 100 * SECOND, Label.Kind.FRAUD, OptionalLong.empty());
        Label early = new Label("ana", "", SECOND, SECOND, Label.Kind.FRAUD, OptionalLong.empty());

        assertThat(Survey.of(events(100), layout, List.of(late), LONG).cut()).isEqualTo(90 * SECOND);
        assertThat(Survey.of(events(100), layout, List.of(early), LONG).cut()).isEqualTo(50 * SECOND);
    }

    @Test
    void whatIsOlderThanTheLongestTimeDoesNotCount() {
        Survey survey = Survey.of(events(100), layout, List.of(), Duration.ofSeconds(10));

        assertThat(survey.from()).isEqualTo(90 * SECOND);
        assertThat(survey.events()).isEqualTo(11);
    }

    @Test
    void withoutATimeRecordsCountInTheirOrder() {
        Survey survey = Survey.of(events(101), layout(""), List.of(), LONG);

        assertThat(survey.cut()).isEqualTo(71);
    }

    @Test
    void aHistoryWithoutEventsHasNone() {
        assertThat(Survey.of(events(0), layout, List.of(), LONG).events()).isZero();
    }

    private static Table events(int count) {
        List<String> rows = new ArrayList<>();
        for (int second = 1; second <= count; second++) {
            rows.add("ana," + second + ",1");
        }
        return Table.of("who,at,amount", rows.toArray(String[]::new));
    }

    private static Layout layout(String time) {
        return Layout.of(WatchFile.parse("w.yaml", """
                watch: w
                entity: who
                %ssequence: {length: 4, minimum: 2}
                features:
                  - {name: amount, field: amount, as: number}
                """.formatted(time)));
    }
}
