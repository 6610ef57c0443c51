package dev.twinwatch.bench.quality.report;

import dev.twinwatch.bench.quality.report.Goal.AtLeast;
import dev.twinwatch.bench.quality.report.Goal.AtMost;
import dev.twinwatch.bench.quality.report.Goal.Published;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The goals of all figures that have one, by data set and measure. */
final class Goals {
    private static final double ROUNDING = 0.0006;
    private static final Map<String, Goal> ALL = new LinkedHashMap<>();

    static {
        schonlau();
        typing();
        cards();
        crews();
        takeovers();
        for (String data : new String[] {"schonlau", "cmu-keystroke", "fdh-card-fraud"}) {
            put(data, "one training, seconds", AtMost.of(300, 60));
        }
        put("all", "the whole run with one seed, seconds", AtMost.of(3600, 1200));
    }

    private Goals() {}

    /** The goal of a figure. */
    static Optional<Goal> of(String data, String measure) {
        return Optional.ofNullable(ALL.get(key(data, measure)));
    }

    private static void schonlau() {
        String data = "schonlau";
        put(data, "naive Bayes, no updating: AUC", new Published(.950, ROUNDING));
        put(data, "naive Bayes, no updating: hits at 4.6 % false alarms", new Published(.684, ROUNDING));
        put(data, "encoder, no updating: AUC", AtLeast.of(.965, .972));
        put(data, "encoder, no updating: hits at 1.3 % false alarms", AtLeast.of(.55, .65));
        put(data, "encoder, no updating: hits at 4.6 % false alarms", AtLeast.of(.75, .82));
        put(data, "encoder, no updating: hits at 6.7 % false alarms", AtLeast.of(.83, .88));
        put(data, "encoder, guarded updating: AUC", AtLeast.of(.977, .985));
        put(data, "encoder, guarded updating: hits at 1.3 % false alarms", AtLeast.of(.68, .80));
        put(data, "encoder, guarded updating: hits at 4.6 % false alarms", AtLeast.of(.85, .92));
        put(data, "encoder, guarded updating: hits at 6.7 % false alarms", AtLeast.of(.90, .95));
        put(data, "limit fixed at nominal 4.6 %: realised false alarms", AtMost.of(.046, .046));
        put(data, "limit fixed at nominal 4.6 %: hits", AtLeast.of(.77, .88));
    }

    private static void typing() {
        String data = "cmu-keystroke";
        put(data, "Euclidean: EER, 200 references", new Published(.171, ROUNDING));
        put(data, "Manhattan: EER, 200 references", new Published(.153, ROUNDING));
        put(data, "Manhattan, scaled: EER, 200 references", new Published(.096, ROUNDING));
        put(data, "nearest neighbour, Mahalanobis: EER, 200 references", new Published(.100, ROUNDING));
        put(data, "encoder, fused: EER, 200 references", AtMost.of(.044, .036));
        put(data, "encoder, fused: EER, latest 10 references", AtMost.of(.048, .042));
        put(
                data,
                "encoder minus ratio without a network, paired: EER, 200 references",
                new AtMost(0, OptionalDouble.empty()));
        put(
                data,
                "encoder minus ratio without a network, paired: EER, latest 10 references",
                new AtMost(0, OptionalDouble.empty()));
        put(
                data,
                "encoder, fused: EER, 16 kept windows, guarded updating from repetition 10 on",
                AtMost.of(.048, .032));
        put(data, "encoder, fused: EER, one limit for all, 200 references", AtMost.of(.060, .040));
    }

    private static void cards() {
        String data = "fdh-card-fraud";
        put(data, "training transactions", new Published(67_240, 0));
        put(data, "training frauds", new Published(598, 0));
        put(data, "test transactions", new Published(58_264, 0));
        put(data, "test frauds, scenario 1", new Published(20, 0));
        put(data, "test frauds, scenario 2", new Published(281, 0));
        put(data, "test frauds, scenario 3", new Published(84, 0));
        put(data, "logistic regression on 15 aggregates: AUC", new Published(.871, ROUNDING));
        put(data, "logistic regression on 15 aggregates: AP", new Published(.606, ROUNDING));
        put(data, "logistic regression on 15 aggregates: CP@100", new Published(.291, ROUNDING));
        put(data, "encoder, no labels: AUC, scenarios 1 and 3", AtLeast.of(.92, .96));
        put(data, "encoder, no labels: AP, scenarios 1 and 3", AtLeast.of(.64, .72));
        put(data, "encoder, delayed labels: AUC", AtLeast.of(.885, .895));
        put(data, "encoder, delayed labels: AP", AtLeast.of(.67, .73));
        put(data, "encoder, delayed labels: CP@100", AtLeast.of(.29, .30));
        put(data, "encoder, delayed labels: AP, scenario 3", AtLeast.of(.70, .82));
    }

    /** The greedy crew is caught as it is; who cannot gain ten points has none to gain. */
    private static void crews() {
        String data = "crews";
        put(data, "ordinary crew, 10 cases: gain", AtLeast.of(.10, .15));
        put(data, "careful crew, 10 cases: gain", AtLeast.of(.10, .15));
        for (String crew : new String[] {"greedy", "ordinary", "careful"}) {
            put(data, crew + " crew, 10 cases: gain of the other crews", AtLeast.of(0, 0));
        }
    }

    private static void takeovers() {
        for (String references : new String[] {"1 reference", "5 references", "20 references"}) {
            for (String budget : new String[] {"1 per 1,000 events", "1 per 10,000 events"}) {
                for (String attack : new String[] {"greedy", "careful", "drifting"}) {
                    put(
                            "takeovers",
                            attack + ", " + references + ", " + budget + ": lead over the best of them",
                            AtLeast.of(0, 0));
                }
            }
        }
    }

    private static void put(String data, String measure, Goal goal) {
        ALL.put(key(data, measure), goal);
    }

    private static String key(String data, String measure) {
        return data + "/" + measure;
    }
}
