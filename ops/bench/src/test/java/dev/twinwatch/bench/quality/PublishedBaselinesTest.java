package dev.twinwatch.bench.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.twinwatch.bench.quality.cards.CardProtocol;
import dev.twinwatch.bench.quality.commands.MasqueradeProtocol;
import dev.twinwatch.bench.quality.encoder.PublishedProtocol;
import dev.twinwatch.bench.quality.report.QualityReport;
import dev.twinwatch.bench.quality.typing.TypingProtocol;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wants the data sets, which are not in this repository. */
@Tag("long")
class PublishedBaselinesTest {
    private final Path data =
            Path.of(Optional.ofNullable(System.getenv("TWINWATCH_DATA")).orElse("../../../shared/data"));

    @BeforeEach
    void needsTheData() {
        assumeTrue(
                Files.isDirectory(data),
                () -> "no data sets in " + data.toAbsolutePath().normalize() + ": name their folder in TWINWATCH_DATA");
    }

    @Test
    void naiveBayesFindsAsManyMasqueradersAsPublished() {
        requirePublished(new MasqueradeProtocol(data));
    }

    @Test
    void detectorsOfTypingRhythmErrAsOftenAsPublished() {
        requirePublished(new TypingProtocol(data, 5));
    }

    @Test
    void cardFraudsAreSplitAndFoundAsPublished() {
        requirePublished(new CardProtocol(data));
    }

    private static void requirePublished(PublishedProtocol protocol) {
        QualityReport report = new QualityReport(protocol.plain());

        assertThat(report.isHarnessSound()).as(report.asText()).isTrue();
    }
}
