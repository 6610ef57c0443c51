package dev.twinwatch.stream.comparison;

import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.contracts.Label;
import dev.twinwatch.contracts.Score;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What people said of alerts and events, and which of the models had raised an alert there. */
final class Labelled {
    /** Of each thing spoken of, the newest word. */
    private final Map<Subject, Label> words = new LinkedHashMap<>();
    /** Which models had an alert there; nothing where no score was seen of it. */
    private final Map<Subject, Set<Side>> found = new HashMap<>();

    private record Subject(String id, @Nullable String entity) {}

    /** Takes the next feedback, in the order of the topic. */
    void take(Feedback feedback) {
        if (feedback.getAlertId() != null) {
            words.put(new Subject(feedback.getAlertId(), null), feedback.getLabel());
        } else if (feedback.getEventId() != null) {
            words.put(new Subject(feedback.getEventId(), feedback.getEntity()), feedback.getLabel());
        }
    }

    /** Takes the next score; all feedback came before. */
    void take(Score score) {
        note(new Subject(score.getEventId(), score.getEntity()), score);
        for (Side side : Side.values()) {
            String alert = side.alert(score);
            if (alert != null) {
                note(new Subject(alert, null), score);
            }
        }
    }

    private void note(Subject subject, Score score) {
        if (!words.containsKey(subject)) {
            return;
        }
        Set<Side> sides = found.computeIfAbsent(subject, key -> EnumSet.noneOf(Side.class));
        for (Side side : Side.values()) {
            if (side.alert(score) != null) {
                sides.add(side);
            }
        }
    }

    /** How many of those with this label both models scored. */
    long scored(Label label) {
        return found.keySet().stream()
                .filter(subject -> words.get(subject) == label)
                .count();
    }

    /** At how many of those with this label a model had raised an alert. */
    long raised(Label label, Side side) {
        return found.entrySet().stream()
                .filter(entry -> words.get(entry.getKey()) == label)
                .filter(entry -> entry.getValue().contains(side))
                .count();
    }
}
