package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events below the limit that are offered for review, by a model whose history had four events a day. */
final class ReviewSampleTest {
    private static final byte[] BUNDLE =
            Purchases.bundle(Purchases.LAYOUT, 1, new Alerting(LimitCurve.UNKNOWN, Optional.of(new Rates(4, 1))));
    private static final int KNOWN = 12;

    @TempDir
    private Path folder;

    @Test
    void asManyAsTheSettingAsksForAreMarkedAndHeardOfAndCanBeLabelled() {
        try (StreamUnderTest stream = stream(Map.of("review.per-day", "4"))) {
            stream.atHome("ana", 0, KNOWN);

            List<Score> reviewed = stream.scores.readValuesToList().stream()
                    .filter(Score::getReview)
                    .toList();
            assertThat(reviewed).as("each that is scored").isNotEmpty().isEqualTo(stream.reviews);
            stream.say(Label.LEGITIMATE, "ana", null, reviewed.get(0).getEventId());
            assertThat(stream.audit.readValue().getAfter()).isEqualTo("ABSORBED");
        }
    }

    @Test
    void theyAreWrittenWhereOtherScoresAreNot() {
        try (StreamUnderTest stream = stream(Map.of("review.per-day", "4", "scores.enabled", "false"))) {
            stream.atHome("ana", 0, KNOWN);

            assertThat(stream.scores.readValuesToList()).isNotEmpty().allMatch(Score::getReview);
        }
    }

    @Test
    void noneIsOfferedWhereNoneIsWanted() {
        try (StreamUnderTest stream = stream(Map.of("review.per-day", "0"))) {
            stream.atHome("ana", 0, KNOWN);

            assertThat(stream.scores.readValuesToList()).noneMatch(Score::getReview);
            assertThat(stream.reviews).isEmpty();
        }
    }

    private StreamUnderTest stream(Map<String, String> more) {
        StreamUnderTest stream = new StreamUnderTest(Purchases.WATCH, folder, more);
        stream.activate(BUNDLE, 1);
        return stream;
    }
}
