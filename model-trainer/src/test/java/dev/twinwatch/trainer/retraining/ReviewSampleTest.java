package dev.twinwatch.trainer.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.twinwatch.engine.detection.Review;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.backtest.Takeover;
import dev.twinwatch.trainer.source.Label;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One event in four is drawn for review. */
final class ReviewSampleTest {
    private static final Review QUARTER = new Review(.25);
    private static final String DRAWN = event(true);
    private static final String NOT_DRAWN = event(false);

    private final ReviewSample sample = new ReviewSample(QUARTER);

    @Test
    void aTakeoverOfWhichOnlyTheReviewKnowsStandsForThoseOfWhichNobodyWasAsked() {
        assertThat(sample.weight(takeover(ofEvent(DRAWN)))).isEqualTo(4);
        assertThat(sample.weight(takeover(ofEvent(NOT_DRAWN)))).isEqualTo(1);
    }

    @Test
    void oneThatAnAlertToldOfToo() {
        assertThat(sample.weight(takeover(ofEvent(DRAWN), ofAlert(Label.Kind.FRAUD))))
                .isEqualTo(1);
        assertThat(sample.weight(takeover())).isEqualTo(1);
    }

    @Test
    void noSingleLabelStandsForMoreThanTen() {
        String rare = IntStream.range(0, 100_000)
                .mapToObj(i -> "e" + i)
                .filter(new Review(.001)::draws)
                .findFirst()
                .orElseThrow();

        assertThat(new ReviewSample(new Review(.001)).weight(takeover(ofEvent(rare))))
                .isEqualTo(10);
        assertThat(new ReviewSample(new Review(0)).weight(takeover(ofEvent(DRAWN))))
                .isEqualTo(1);
    }

    @Test
    void whatTheReviewFoundFineSaysNothingOfAlerts() {
        Label fine = new Label("ana", DRAWN, 0, 0, Label.Kind.LEGITIMATE, OptionalLong.empty());
        Material material = material(
                fine, fine, fine, ofAlert(Label.Kind.FRAUD), ofAlert(Label.Kind.FRAUD), ofAlert(Label.Kind.LEGITIMATE));

        // (1 + 1) / (1 + 2 + 2); all labels together would say (4 + 1) / (4 + 2 + 2)
        assertThat(material.shareOfFalse()).isCloseTo(.4, within(1e-9));
        assertThat(material.mostLabelsSayFraud()).isTrue();
        assertThat(material.ofReview()).isEqualTo(3);
    }

    private static String event(boolean drawn) {
        return IntStream.range(0, 100)
                .mapToObj(i -> "e" + i)
                .filter(id -> QUARTER.draws(id) == drawn)
                .findFirst()
                .orElseThrow();
    }

    private static Label ofEvent(String id) {
        return new Label("ana", id, 0, 0, Label.Kind.FRAUD, OptionalLong.empty());
    }

    private static Label ofAlert(Label.Kind kind) {
        return new Label("ana", "", 1, 5, kind, OptionalLong.empty());
    }

    private static Takeover takeover(Label... labels) {
        return new Takeover("ana", 3, OptionalInt.of(1), OptionalLong.empty(), List.of(labels));
    }

    private static Material material(Label... labels) {
        Layout layout = Layout.of(
                WatchFile.parse("watch.yaml", "watch: w\nentity: who\nfeatures: [{name: x, field: x, as: number}]"));
        return new Material(
                layout,
                Optional.empty(),
                Table.of("who,x"),
                List.of(labels),
                Way.BY_LABELS,
                Duration.ofDays(1),
                QUARTER);
    }
}
