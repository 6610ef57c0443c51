package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.contracts.ShadowScore;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live model wants two new places for an alert, the one that scores along a single one. */
final class ShadowModelTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);
    /** Two references of 4 events, then 4 more so that the window shares no event with them. */
    private static final int KNOWN = 12;

    private final Bundle strict = BundleFile.read(Purchases.strictBundle());

    @TempDir
    private Path folder;

    @Test
    void whatAShadowWouldSayStandsBesideTheVerdictAndRaisesNoAlert() {
        try (StreamUnderTest stream = new StreamUnderTest(folder)) {
            stream.models.add(strict);
            Bundle live = stream.activate(Purchases.bundle(1), strict.version(), 1);
            stream.atHome("ana", 0, KNOWN);

            stream.purchase("ana", KNOWN, "far");

            assertThat(stream.alerts.isEmpty()).isTrue();
            assertThat(stream.scores.readValuesToList()).last().satisfies(score -> {
                assertThat(score.getModelVersion()).isEqualTo(live.version());
                assertThat(score.getFlagged()).isFalse();
                ShadowScore shadow = score.getShadow();
                assertThat(shadow.getModelVersion()).isEqualTo(strict.version());
                assertThat(shadow.getEvidence()).isEqualTo(score.getEvidence());
                assertThat(shadow.getLimit()).isEqualTo(1);
                assertThat(shadow.getFlagged()).isTrue();
                assertThat(shadow.getOpened()).isTrue();
                assertThat(shadow.getAlertId()).isNotNull();
            });
            assertThat(stream.counted("twinwatch.shadow.events", "flagged", "shadow"))
                    .isEqualTo(1);
            assertThat(stream.meters.get("twinwatch.shadow.alerts").counter().count())
                    .isEqualTo(1);
        }
    }

    @Test
    void anEventThatBothJudgeDifferentlyIsWrittenWhereOtherScoresAreNot() {
        try (StreamUnderTest stream = new StreamUnderTest(
                Purchases.WATCH, folder, Map.of("scores.enabled", "false", "review.per-day", "0"))) {
            stream.models.add(strict);
            stream.activate(Purchases.bundle(1), strict.version(), 1);
            stream.atHome("ana", 0, KNOWN);

            stream.purchase("ana", KNOWN, "far");

            assertThat(stream.scores.readValuesToList())
                    .extracting(Score::getEventId)
                    .containsExactly("ana-" + KNOWN);
        }
    }

    @Test
    void aShadowThatComesLateIsTakenUpAndOneThatNeverComesHoldsNothingUp() {
        try (StreamUnderTest stream = new StreamUnderTest(folder)) {
            stream.activate(Purchases.bundle(1), strict.version(), 1);
            stream.atHome("ana", 0, KNOWN);
            stream.scores.readValuesToList();

            stream.purchase("ana", KNOWN, "home");
            assertThat(stream.scores.readValue().getShadow()).isNull();
            stream.models.add(strict);
            stream.driver.advanceWallClockTime(A_SECOND);
            stream.purchase("ana", KNOWN + 1, "home");

            assertThat(stream.scores.readValue().getShadow()).isNotNull();
        }
    }

    @Test
    void onceItIsPromotedItDecidesAsItSaidAndNoScoreMixesBoth() {
        try (StreamUnderTest stream = new StreamUnderTest(folder)) {
            stream.models.add(strict);
            Bundle before = stream.activate(Purchases.bundle(1), strict.version(), 1);
            stream.atHome("ana", 0, KNOWN);

            stream.activate(Purchases.strictBundle(), 2);
            stream.purchase("ana", KNOWN, "far");

            List<Score> scores = stream.scores.readValuesToList();
            assertThat(scores.subList(0, KNOWN))
                    .extracting(Score::getModelVersion)
                    .containsOnly(before.version());
            Score last = scores.get(KNOWN);
            assertThat(last.getModelVersion()).isEqualTo(strict.version());
            assertThat(last.getLimit()).isEqualTo(1);
            assertThat(last.getShadow()).isNull();
            Alert alert = stream.alerts.readValue();
            assertThat(alert.getModelVersion()).isEqualTo(strict.version());
            assertThat(alert.getModelEpoch()).isEqualTo(2);
        }
    }
}
