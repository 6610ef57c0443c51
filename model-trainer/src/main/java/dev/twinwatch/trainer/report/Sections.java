package dev.twinwatch.trainer.report;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.trainer.evaluation.Discrimination;
import dev.twinwatch.trainer.evaluation.Evaluation;
import java.util.List;
import java.util.Locale;

/** What was measured window by window, section after section. */
final class Sections {
    private final Html page;
    private final Evaluation evaluation;
    private final EvidenceModel model;
    private final ErrorCharts charts;

    Sections(Html page, Evaluation evaluation, EvidenceModel model) {
        this.page = page;
        this.evaluation = evaluation;
        this.model = model;
        this.charts = new ErrorCharts(evaluation);
    }

    void write() {
        measures();
        errors();
        histograms();
        fewShots();
        entities();
        map();
    }

    private void measures() {
        int own = evaluation.trials().stream().mapToInt(t -> t.own().size()).sum();
        int others =
                evaluation.trials().stream().mapToInt(t -> t.others().size()).sum();
        page.element("h2", "The model beside plain baselines")
                .element(
                        "p",
                        String.format(
                                Locale.ROOT,
                                "%d entities, each known by the earlier half of its newest windows; %,d later windows of"
                                        + " their own (genuine) and %,d of others (impostor) claim to be theirs. Every measure"
                                        + " sees the same windows. The evidence should be ahead of all that stands below it; a"
                                        + " baseline that is ahead says that network or fusion cost more than they bring.",
                                evaluation.trials().size(),
                                own,
                                others));
        Tables.measures(page, evaluation);
    }

    private void errors() {
        page.element("h2", "Hits, misses and false alarms").raw("<div class=\"pair\">");
        page.figure(
                "ROC",
                charts.roc().toString(),
                "Impostor windows that are caught, at every limit. Good is high at the left, where alarms are rare; a curve"
                        + " that is low there and high at the right catches others only by troubling everybody.");
        page.figure(
                "DET",
                charts.det().toString(),
                "The same as errors of both kinds. Nearer to the lower left corner is better; a straight line means bell-shaped"
                        + " scores, a bend to the right a few own windows that look like somebody else's.");
        page.raw("</div>");
    }

    private void histograms() {
        page.element("h2", "Genuine and impostor windows").raw("<div class=\"pair\">");
        Discrimination evidence = evaluation.by(Evaluation.EVIDENCE);
        Discrimination.Point flagged = evidence.over(model.limit());
        page.figure(
                "Evidence",
                Histogram.of(
                                "evidence, log likelihood ratio, no unit",
                                evidence,
                                model.limit(),
                                String.format(Locale.ROOT, "limit of the bundle, %.2f", model.limit()))
                        .toString(),
                "Over 0 is unlike the entity. The limit is set for few false alarms, not for equal errors: it flags "
                        + Html.percent(flagged.falseAlarms()) + " of the genuine and " + Html.percent(flagged.hits())
                        + " of the impostor windows here. The less the two overlap, the better.");
        Discrimination distance = evaluation.by(Evaluation.DISTANCE);
        Discrimination.Point balanced = distance.balanced();
        page.figure(
                "Distance",
                Histogram.of(
                                "distance to the mean reference, no unit",
                                distance,
                                balanced.limit(),
                                String.format(Locale.ROOT, "equal errors, %.3f", balanced.limit()))
                        .toString(),
                "The plain distance of the embeddings, in the metric of the watch (cosine for the likelihood ratio). Genuine"
                        + " windows that spread as wide as impostor ones mean an encoder that tells nobody apart.");
        page.raw("</div>");
    }

    private void fewShots() {
        page.element("h2", "Error by number of references").raw("<div class=\"pair\">");
        page.figure(
                "Few shots",
                charts.fewShots().toString(),
                "The newest 1, 2, 5, 10 and 50 references of each entity that has so many. It should fall and level off; where"
                        + " it rises, old references no longer say how the entity is today. Entities with short histories"
                        + " are missing at the right.");
        page.raw("<div>");
        Tables.fewShots(page, evaluation, charts);
        page.raw("</div></div>");
    }

    private void entities() {
        page.element("h2", "By entity, worst first")
                .element(
                        "p",
                        "The 20 entities that the evidence tells apart worst. A few that stand out may be several people under"
                                + " one name, or have hardly any history; when all are alike, the features say too little.");
        Tables.entities(page, evaluation, model.limit());
    }

    private void map() {
        if (evaluation.map().plane().points().isEmpty()) {
            return;
        }
        List<Double> shares = evaluation.map().plane().shares();
        page.element("h2", "Map of embeddings");
        page.figure(
                "Where windows lie",
                MapChart.of(evaluation.map()).toString(),
                String.format(
                        Locale.ROOT,
                        "A point for each window of at most 12 entities, in the two directions in which they differ most"
                                + " (principal components): these show %.0f %% of the variance, so that entities which overlap"
                                + " here may still be apart in the others. Points of one entity should lie together.",
                        100 * (shares.get(0) + shares.get(1))));
    }
}
