package dev.twinwatch.trainer.scoring;

import dev.twinwatch.engine.cases.KnownLabels;
import dev.twinwatch.engine.detection.Detector;
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
 *
 * <p>The alert follows the rule of the service: each event from the minimum length on is judged with the window that ends at
 * it, once there are two references, by the newest references that the service would keep. What the service does beside is
 * left out: nothing is learned on the way unless asked for, and no event is late.
 */
public final class SequenceScorer {
    private final Layout layout;
    private final Scorer scorer;
    private final KnownLabels labels;
    private final Map<String, Enrolled> enrolled = new HashMap<>();

    /** References of one entity: all of them for the score, those of the service for the alert. */
    private record Known(References all, References kept) {}

    /** With the model of a bundle, where no labels are known. */
    public SequenceScorer(Scorer scorer) {
        this(scorer, KnownLabels.NONE);
    }

    /** With the model of a bundle and what labels say of the values of events. */
    public SequenceScorer(Scorer scorer, KnownLabels labels) {
        this.labels = labels;
        this.layout = scorer.model().layout();
        this.scorer = scorer;
    }

    /** Takes all sequences as their entities' own; later calls add to earlier ones. */
    public void enrol(List<NamedSequence> sequences) {
        for (NamedSequence sequence : sequences) {
            entity(sequence.entity()).add(sequence.events());
        }
    }

    private Enrolled entity(String name) {
        return enrolled.computeIfAbsent(name, e -> new Enrolled(layout, labels));
    }

    /** Entities that have at least one reference. */
    public long entities() {
        return enrolled.values().stream().filter(e -> !e.references().isEmpty()).count();
    }

    /** References of an entity. */
    public int references(String entity) {
        Enrolled known = enrolled.get(entity);
        return known == null ? 0 : known.references().size();
    }

    /** Whether this entity has a reference to compare with. */
    public boolean knows(String entity) {
        return references(entity) > 0;
    }

    /** Scores sequences one by one; none of them changes what an entity was enrolled with. */
    public List<SequenceScore> score(List<NamedSequence> sequences) {
        return score(sequences, false);
    }

    /**
     * Scores sequences in their order, each against all that came before: one whose own evidence says that it is the same
     * entity, a score below 0, becomes a reference. No looser rule, lest what is strange teaches itself.
     */
    public List<SequenceScore> scoreUpdating(List<NamedSequence> sequences) {
        return score(sequences, true);
    }

    private List<SequenceScore> score(List<NamedSequence> sequences, boolean updating) {
        Map<String, Known> references = new HashMap<>();
        List<SequenceScore> scores = new ArrayList<>();
        for (NamedSequence sequence : sequences) {
            Enrolled entity = entity(sequence.entity());
            Known known = references.computeIfAbsent(
                    sequence.entity(),
                    e -> new Known(
                            scorer.references(e, entity.references()), scorer.references(e, entity.keptByService())));
            SequenceScore score = score(sequence, entity.recent(), known);
            scores.add(score);
            if (updating && score.score() < 0) {
                for (Window absorbed : entity.add(sequence.events())) {
                    scorer.append(known.all(), absorbed, entity.references());
                    scorer.append(known.kept(), absorbed, entity.keptByService());
                }
            }
        }
        return scores;
    }

    private SequenceScore score(NamedSequence sequence, Recent state, Known known) {
        List<Event> events = sequence.events();
        Recent recent = RecentCodec.decode(layout, RecentCodec.encode(state));
        recent.beginSequence();
        int stride = Math.max(1, length() / 2);
        int uncovered = 0;
        int windows = 0;
        double evidence = 0;
        double distance = 0;
        boolean alert = false;
        for (int i = 0; i < events.size(); i++) {
            recent.append(events.get(i), labels);
            uncovered++;
            Window window = recent.window();
            boolean full = window.events() == length();
            boolean last = i == events.size() - 1;
            // The last window ends with the last event; a short sequence is one window.
            if ((full && (windows == 0 || uncovered >= stride)) || last) {
                Comparison comparison = compare(window, known.all());
                evidence += comparison.evidence();
                distance += comparison.distance();
                windows++;
                uncovered = 0;
            }
            alert = alert || isFlaggedByService(window, known.kept());
        }
        double spanned = Math.max(1, events.size() / (double) length());
        return new SequenceScore(
                sequence.entity(),
                sequence.name(),
                events.size(),
                distance / windows,
                evidence / windows * Math.sqrt(spanned),
                alert);
    }

    private Comparison compare(Window window, References references) {
        references.endingBefore(window.firstNumber());
        return scorer.compare(window, references);
    }

    private boolean isFlaggedByService(Window window, References references) {
        return window.events() >= layout.watch().sequence().minimum()
                && references.endingBefore(window.firstNumber()) >= Detector.LEAST_REFERENCES
                && (float) scorer.compare(window, references).urgency()
                        > scorer.model().limit();
    }

    private int length() {
        return layout.watch().sequence().length();
    }
}
