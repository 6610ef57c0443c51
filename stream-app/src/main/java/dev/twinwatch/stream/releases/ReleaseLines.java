package dev.twinwatch.stream.releases;

import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.stream.control.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What is published, as lines on a terminal. */
public final class ReleaseLines {
    private static final String INDENT = " ".repeat(14);

    private ReleaseLines() {}

    /** One release in a few lines: what it is, how it did, where it comes from. */
    public static List<String> brief(Release release) {
        List<String> lines = new ArrayList<>();
        lines.add(release.shortVersion() + "  " + head(release));
        if (!release.problem().isEmpty()) {
            lines.add(INDENT + OneLine.of(release.problem()));
        }
        release.contents().ifPresent(contents -> {
            lines.add(INDENT + limit(contents) + holdout(contents.provenance().holdout()));
            lines.add(INDENT + data(contents));
        });
        return lines;
    }

    /** All that is known of one, a line each. */
    public static List<String> whole(Release release) {
        List<String> lines = new ArrayList<>();
        lines.add("model " + release.version());
        lines.add(head(release));
        if (!release.problem().isEmpty()) {
            lines.add(OneLine.of(release.problem()));
        }
        release.contents().ifPresent(contents -> {
            Provenance from = contents.provenance();
            lines.add(limit(contents) + holdout(from.holdout()));
            lines.add("trained on " + data(contents));
            lines.add("data SHA-256 " + from.dataSha256());
            lines.add("seed " + from.seed() + ", commit " + from.commit() + ", Java " + from.java() + ", DL4J "
                    + from.dl4j());
            new TreeMap<>(from.holdout()).forEach((name, value) -> lines.add("holdout." + name + " " + value));
            new TreeMap<>(from.hyperparameters()).forEach((name, value) -> lines.add(OneLine.of(name + " " + value)));
        });
        return lines;
    }

    private static String head(Release release) {
        String state = release.state().name().toLowerCase(Locale.ROOT);
        return release.said()
                .map(said -> String.format(
                        Locale.ROOT,
                        "%-10s  %s  by %s%s",
                        state,
                        said.at(),
                        OneLine.of(said.who()),
                        said.why().isEmpty() ? "" : ": " + OneLine.of(said.why())))
                .orElse(state);
    }

    private static String limit(Release.Contents contents) {
        AlertRule rule = contents.rule();
        return String.format(
                Locale.ROOT,
                "limit %.2f %s",
                contents.limit(),
                rule.limit().isPresent()
                        ? "as the watch has it"
                        : "for " + rule.budget().text());
    }

    private static String holdout(Map<String, Double> holdout) {
        if (!holdout.containsKey("takeovers") || !holdout.containsKey("honestEvents")) {
            return "; no figures of held-back entities";
        }
        return String.format(
                Locale.ROOT,
                "; caught %.0f of %.0f takeovers, false alerts: %.0f in %,.0f honest events%s",
                holdout.getOrDefault("caught", Double.NaN),
                holdout.get("takeovers"),
                holdout.getOrDefault("falseAlerts", Double.NaN),
                holdout.get("honestEvents"),
                holdout.getOrDefault("inSample", 0.0) == 0 ? "" : ", of entities that training saw");
    }

    private static String data(Release.Contents contents) {
        Provenance from = contents.provenance();
        String span = contents.from().isEmpty() ? "" : ", " + contents.from() + " to " + contents.to();
        return String.format(Locale.ROOT, "%,d events of %,d entities%s", from.rows(), from.entities(), span);
    }
}
