package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.FeatureKind;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says which labels could not be read, and which of them name nothing in the history. */
final class Labelled {
    private static final int SHOWN = 5;

    private Labelled() {}

    static void showProblems(LabelFile file, PrintWriter terminal) {
        List<String> problems = file.problems();
        problems.stream().limit(SHOWN).forEach(p -> terminal.println("  skipped label: " + p));
        if (problems.size() > SHOWN) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d labels were skipped, these were the first %d: correct them in the file of --labels%n",
                    problems.size(),
                    SHOWN);
        }
    }

    /** An event that is told of frauds before anybody could know them makes such a feature look better than it is. */
    static void showUndated(Layout layout, List<Label> labels, PrintWriter terminal) {
        boolean atOnce = layout.watch().featuresOf(FeatureKind.CONFIRMED_FRAUD).stream()
                .anyMatch(feature -> feature.knownFor() == 0);
        long undated =
                labels.stream().filter(label -> label.knownAt().isEmpty()).count();
        if (atOnce && undated > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d of %,d labels have no known_at and count as known from their event on: add the column, or write"
                            + " for example `known-for: 7d` to the features of confirmed frauds%n",
                    undated,
                    labels.size());
        }
    }

    static void showUnmet(List<Label> unmet, Predicate<String> knowsEntity, int labels, PrintWriter terminal) {
        if (unmet.isEmpty()) {
            return;
        }
        terminal.printf(
                Locale.ROOT,
                "  %,d of %,d labels name no event of this history: compare entities, ids and times if that is not meant%n",
                unmet.size(),
                labels);
        show(terminal, "of unknown entities", unmet, label -> !knowsEntity.test(label.entity()));
        show(terminal, "of entities without such an event", unmet, label -> knowsEntity.test(label.entity()));
    }

    private static void show(PrintWriter terminal, String words, List<Label> unmet, Predicate<Label> kind) {
        List<Label> these = unmet.stream().filter(kind).toList();
        if (!these.isEmpty()) {
            Stream<String> first = these.stream().limit(SHOWN).map(Labelled::name);
            terminal.printf(
                    Locale.ROOT,
                    "    %,d %s, for example %s%n",
                    these.size(),
                    words,
                    String.join(", ", first.toList()));
        }
    }

    private static String name(Label label) {
        return label.eventId().isEmpty() ? label.entity() : label.entity() + " event " + label.eventId();
    }
}
