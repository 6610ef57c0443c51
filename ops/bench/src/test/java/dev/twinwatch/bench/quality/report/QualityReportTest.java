package dev.twinwatch.bench.quality.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.bench.quality.measure.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityReportTest {
    @TempDir
    private Path folder;

    @Test
    void rowsHaveMeanDeviationAndWhetherTheGoalIsMet() throws JsonProcessingException {
        QualityReport report = new QualityReport(List.of(
                new Figure("schonlau", "encoder, no updating: AUC", .96),
                new Figure("schonlau", "encoder, no updating: AUC", .98),
                new Figure("schonlau", "something beside", .5)));

        JsonNode json = new ObjectMapper().readTree(report.asJson());

        JsonNode row = json.get("rows").get(0);
        assertThat(json.get("rows")).hasSize(1);
        assertThat(row.get("value").asDouble()).isEqualTo(.97);
        assertThat(row.get("sd").asDouble()).isBetween(.0141, .0142);
        assertThat(row.get("must").asDouble()).isEqualTo(.965);
        assertThat(row.get("met").asBoolean()).isTrue();
        assertThat(json.get("beside").get(0).get("measure").asText()).isEqualTo("something beside");
    }

    @Test
    void anErrorRateOverItsGoalIsNotMet() {
        String text = new QualityReport(
                        List.of(new Figure("cmu-keystroke", "encoder, fused: EER, 200 references", .0512)))
                .asText();

        assertThat(text).contains(".0512").contains("NO").contains("at most 0.044, aim 0.036");
    }

    @Test
    void aPlainBaselineBesideItsPublishedFigureIsAFaultOfTheHarness() {
        Figure sound = new Figure("schonlau", "naive Bayes, no updating: AUC", .9495);
        Figure faulty = new Figure("schonlau", "naive Bayes, no updating: AUC", .93);

        assertThat(new QualityReport(List.of(sound)).isHarnessSound()).isTrue();
        assertThat(new QualityReport(List.of(faulty)).isHarnessSound()).isFalse();
    }

    @Test
    void publishedRowsStandBeside() {
        assertThat(new QualityReport(List.of(new Figure("schonlau", "x", 1))).asMarkdown())
                .contains("| ECM (Oka 2004) | hits 72.3 % at 2.5 % false alarms |");
    }

    @Test
    void onlyItsOwnSectionOfTheFileIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("m.md"), """
                # All

                ## Quality beside published results (2026-01-01)

                old

                ## Two

                kept
                """);

        MeasurementsFile.replace(file, "2026-02-02", "how", "\n| new |\n");

        assertThat(file).hasContent("""
                # All

                ## Quality beside published results (2026-02-02)

                how

                | new |

                ## Two

                kept
                """);
    }
}
