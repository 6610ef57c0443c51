package dev.twinwatch.trainer.report;

import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.trainer.evaluation.Discrimination;
import dev.twinwatch.trainer.evaluation.Evaluation;
import dev.twinwatch.trainer.evaluation.FewShots;
import dev.twinwatch.trainer.evaluation.Measure;
import dev.twinwatch.trainer.evaluation.Trials;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The figures of a report as rows of text. */
final class Tables {
    private static final int WORST = 20;

    private Tables() {}

    static void measures(Html page, Evaluation evaluation) {
        List<List<String>> rows = new ArrayList<>();
        for (int m = 0; m < evaluation.measures().size(); m++) {
            Measure measure = evaluation.measures().get(m);
            Discrimination all = evaluation.by(m);
            rows.add(List.of(
                    measure.name(),
                    measure.words(),
                    measure.learned() ? "yes" : "no",
                    Html.percent(all.errorRate()),
                    Html.percent(evaluation.meanErrorRate(m)),
                    String.format(Locale.ROOT, "%.4f", all.area()),
                    Html.percent(all.hitsAt(0.01)),
                    Html.percent(all.hitsAt(0.05))));
        }
        page.table(
                List.of(
                        "measure",
                        "what it is",
                        "learned network",
                        "equal error rate, one limit for all",
                        "the same, a limit for each entity",
                        "area under ROC",
                        "hits at 1 % false alarms",
                        "hits at 5 % false alarms"),
                rows);
    }

    static void fewShots(Html page, Evaluation evaluation, ErrorCharts charts) {
        List<String> head = new ArrayList<>(List.of("references", "entities that have so many"));
        charts.shown().forEach(measure -> head.add(charts.name(measure)));
        List<List<String>> rows = new ArrayList<>();
        for (FewShots few : evaluation.fewShots()) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(few.references()),
                    String.valueOf(few.trials().size())));
            for (int measure : charts.shown()) {
                row.add(
                        few.trials().isEmpty()
                                ? "-"
                                : Html.percent(few.by(measure).errorRate()));
            }
            rows.add(row);
        }
        page.table(head, rows);
    }

    static void entities(Html page, Evaluation evaluation, double limit) {
        List<List<String>> rows = new ArrayList<>();
        for (Trials trials : evaluation.worstFirst().stream().limit(WORST).toList()) {
            Discrimination own = trials.by(Evaluation.EVIDENCE);
            Discrimination.Point flagged = own.over(limit);
            rows.add(List.of(
                    trials.entity(),
                    String.format(Locale.ROOT, "%,d", trials.windows()),
                    String.valueOf(trials.references()),
                    String.valueOf(trials.own().size()),
                    Html.percent(own.errorRate()),
                    Html.percent(flagged.falseAlarms()),
                    Html.percent(flagged.hits())));
        }
        page.table(
                List.of(
                        "entity",
                        "windows in its history",
                        "references",
                        "genuine windows tried",
                        "equal error rate, own limit",
                        "false alarms at the bundle's limit",
                        "hits at the bundle's limit"),
                rows);
    }

    static void provenance(Html page, Provenance from, String version) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("bundle, SHA-256", version));
        rows.add(List.of("events, SHA-256", from.dataSha256()));
        rows.add(List.of("events read", String.format(Locale.ROOT, "%,d", from.rows())));
        rows.add(List.of("entities", String.format(Locale.ROOT, "%,d", from.entities())));
        rows.add(List.of("earliest event", from.from()));
        rows.add(List.of("latest event", from.to()));
        rows.add(List.of("seed", String.valueOf(from.seed())));
        rows.add(List.of("commit", from.commit()));
        rows.add(List.of("Java", from.java()));
        rows.add(List.of("Deeplearning4j", from.dl4j()));
        new TreeMap<>(from.hyperparameters()).forEach((name, value) -> rows.add(List.of("setting " + name, value)));
        new TreeMap<>(from.holdout())
                .forEach((name, value) -> rows.add(List.of(
                        "figure " + name,
                        value == Math.rint(value)
                                ? String.format(Locale.ROOT, "%.0f", value)
                                : String.format(Locale.ROOT, "%.4f", value))));
        page.facts(rows);
    }
}
