package dev.twinwatch.trainer.report;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.evaluation.Evaluation;
import dev.twinwatch.trainer.evaluation.LearningCurve.Check;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * All that the page of one training tells.
 *
 * @param file name of the bundle's file
 * @param bundle what is in it
 * @param calibrated how the calibration did on simulated takeovers
 * @param evaluation how the encoder of the first training did on single windows
 * @param trainings the checks of each training
 */
public record Report(
        String file, Bundle bundle, Calibrated calibrated, Evaluation evaluation, List<List<Check>> trainings) {
    private static final String STYLES = "report.css";

    public Report {
        trainings = List.copyOf(trainings);
    }

    /** One HTML document with everything in it. */
    public String page() throws IOException {
        String watch = bundle.model().layout().watch().name();
        Html page = new Html()
                .raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">")
                .raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")
                .element("title", "Training of " + watch)
                .raw("<style>\n" + styles() + "</style>\n</head>\n<body>")
                .element("h1", "Training of " + watch)
                .element("p", "faint", file + ", version " + bundle.shortVersion());
        summary(page);
        if (evaluation.isEmpty()) {
            page.element(
                    "p",
                    "No two entities have two windows each that share no event, so that nothing could be measured"
                            + " window by window: bring more events, or shorten sequence.length.");
        } else {
            new Sections(page, evaluation, bundle.model()).write();
        }
        learning(page);
        page.element("h2", "Where this model comes from");
        Tables.provenance(page, bundle.provenance(), bundle.version());
        page.element("h3", "The watch")
                .element("pre", bundle.model().layout().watch().yaml())
                .raw("</body>\n</html>");
        return page.toString();
    }

    private void summary(Html page) {
        if (calibrated.inSample()) {
            page.element(
                    "p",
                    "warning",
                    "in-sample: too few entities to hold any out. All figures are of entities that training saw, and"
                            + " flatter.");
        } else {
            page.element(
                    "p",
                    "Measured on entities that training never saw; each half of them with a calibration that has not seen"
                            + " that half. The bundle itself was then taught once more with everybody.");
        }
        page.raw("<ul class=\"figures\">");
        if (!evaluation.isEmpty()) {
            figure(
                    page,
                    Html.percent(evaluation.by(Evaluation.EVIDENCE).errorRate()),
                    "equal error rate of single windows, one limit for all");
        }
        figure(
                page,
                calibrated.caught() + " of " + calibrated.takeovers(),
                "simulated takeovers caught within their stretch");
        figure(
                page,
                String.format(Locale.ROOT, "%d in %,d", calibrated.falseAlerts(), calibrated.honestEvents()),
                "false alerts in honest events");
        figure(page, String.format(Locale.ROOT, "%.2f", bundle.model().limit()), "limit on the evidence, no unit");
        page.raw("</ul>");
    }

    private static void figure(Html page, String value, String words) {
        page.raw("<li>").element("b", value).raw(Html.escaped(words) + "</li>");
    }

    private void learning(Html page) {
        if (trainings.isEmpty()) {
            return;
        }
        LearningCharts charts = new LearningCharts(trainings);
        page.element("h2", "Learning").raw("<div class=\"pair\">");
        page.figure(
                "Loss",
                charts.loss().toString(),
                "What the network minimises. It should fall and level off; one that rises or jumps asks for a smaller"
                        + " --learning-rate, one that still falls at the end for more --iterations.");
        if (charts.hasErrors()) {
            page.figure(
                    "Error on entities kept for checks",
                    charts.error().toString(),
                    "Pairs of windows by the cosine alone, on a tenth of the entities that are not trained on; the best"
                            + " check is kept. A curve that turns up while the loss falls is overfitting.");
        }
        page.raw("</div>");
    }

    private static String styles() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(Report.class.getResourceAsStream(STYLES), STYLES + " is part of the program")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
