package dev.twinwatch.trainer.scoring;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import dev.twinwatch.trainer.history.NamedSequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Enrols entities from all their sequences and scores others against them.
 *
 * <p>A long sequence is cut in windows half a window apart. Their evidence adds up as its mean times the square root of the
 * number of windows' lengths it spans: neighbours overlap and are alike, so that it grows slower than their number.
 */
public final class SequenceScorer {
    private final Layout layout;
    private final Scorer scorer;
    private final Map<String, Enrolled> enrolled = new HashMap<>();

    private static final class Enrolled {
        private final Recent recent;
        private final List<Window> windows = new ArrayList<>();
        private final List<Window> shorter = new ArrayList<>();

        Enrolled(Layout layout) {
            recent = new Recent(layout);
        }

        List<Window> references() {
            return windows.isEmpty() ? shorter : windows;
        }
    }

    /** With the model of a bundle. */
    public SequenceScorer(Scorer scorer) {
        this.layout = scorer.model().layout();
        this.scorer = scorer;
    }

    /**
     * Takes all sequences as their entities' own; later calls add to earlier ones. References do not overlap, so that each
     * event counts once; sequences under the minimum length serve only an entity that has no longer one.
     */
    public void enrol(List<NamedSequence> sequences) {
        for (NamedSequence sequence : sequences) {
            Enrolled entity = enrolled.computeIfAbsent(sequence.entity(), e -> new Enrolled(layout));
            List<Window> windows = references(entity.recent, sequence.events());
            if (sequence.events().size() >= layout.watch().sequence().minimum()) {
                entity.windows.addAll(windows);
            } else {
                entity.shorter.addAll(windows);
            }
        }
    }

    private List<Window> references(Recent recent, List<Event> events) {
        recent.beginSequence();
        List<Window> windows = new ArrayList<>();
        int uncovered = 0;
        for (Event event : events) {
            recent.append(event);
            uncovered++;
            if (uncovered == length()) {
                windows.add(recent.window().copy());
                uncovered = 0;
            }
        }
        if (uncovered >= layout.watch().sequence().minimum() || windows.isEmpty()) {
            windows.add(recent.window().newest(uncovered));
        }
        return windows;
    }

    /** Entities that have at least one reference. */
    public long entities() {
        return enrolled.values().stream().filter(e -> !e.references().isEmpty()).count();
    }

    /** Whether this entity has a reference to compare with. */
    public boolean knows(String entity) {
        Enrolled known = enrolled.get(entity);
        return known != null && !known.references().isEmpty();
    }

    /** Scores sequences one by one; none of them changes what an entity was enrolled with. */
    public List<SequenceScore> score(List<NamedSequence> sequences) {
        Map<String, References> references = new HashMap<>();
        List<SequenceScore> scores = new ArrayList<>();
        for (NamedSequence sequence : sequences) {
            Enrolled entity = enrolled.computeIfAbsent(sequence.entity(), e -> new Enrolled(layout));
            References known =
                    references.computeIfAbsent(sequence.entity(), e -> scorer.references(entity.references()));
            scores.add(score(sequence, entity.recent, known));
        }
        return scores;
    }

    private SequenceScore score(NamedSequence sequence, Recent state, References references) {
        Recent recent = RecentCodec.decode(layout, RecentCodec.encode(state));
        List<Window> windows = windows(recent, sequence.events(), Math.max(1, length() / 2));
        double evidence = 0;
        double distance = 0;
        boolean alert = false;
        for (Window window : windows) {
            references.endingBefore(window.firstNumber());
            Comparison comparison = scorer.compare(window, references);
            evidence += comparison.evidence() / windows.size();
            distance += comparison.distance() / windows.size();
            alert |= comparison.evidence() > scorer.model().limit();
        }
        double spanned = Math.max(1, sequence.events().size() / (double) length());
        return new SequenceScore(
                sequence.entity(),
                sequence.name(),
                sequence.events().size(),
                distance,
                evidence * Math.sqrt(spanned),
                alert);
    }

    private int length() {
        return layout.watch().sequence().length();
    }

    /** Windows of a sequence, stride events apart, the last one ending with its last event; a short one is one window. */
    private List<Window> windows(Recent recent, List<Event> events, int stride) {
        recent.beginSequence();
        List<Window> windows = new ArrayList<>();
        int uncovered = 0;
        for (int i = 0; i < events.size(); i++) {
            recent.append(events.get(i));
            uncovered++;
            boolean full = recent.window().events() == length();
            boolean last = i == events.size() - 1;
            if ((full && (windows.isEmpty() || uncovered >= stride)) || last) {
                windows.add(recent.window().copy());
                uncovered = 0;
            }
        }
        return windows;
    }
}
