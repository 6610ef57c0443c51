package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Window;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How much evidence goes when what is usual for the entity is put back.
 *
 * <p>For a whole window that is what its newest references had, event by event, and not one mean for all events: a window
 * without any spread would itself be unlike the entity. For a single event it is the most usual one.
 */
final class Occlusion {
    /** So many references are put back in turn; of more the average would hardly differ. */
    private static final int DONORS = 4;
    /** Only so many of the newest events are tried one by one, as each costs a comparison. */
    private static final int MOST_EVENTS = 64;
    /** An event carries a reason with at least this share of the largest drop. */
    private static final double LEAST_SHARE = 0.25;

    private final Scorer scorer;
    private final References references;
    private final Habits habits;
    private final Window window;
    private final double evidence;

    Occlusion(Scorer scorer, References references, Habits habits, Window window, double evidence) {
        this.scorer = scorer;
        this.references = references;
        this.habits = habits;
        this.window = window;
        this.evidence = evidence;
    }

    /** Of an aspect in all events. */
    double drop(Aspect aspect) {
        List<Window> donors = habits.newest(DONORS);
        double sum = 0;
        for (Window donor : donors) {
            AlteredWindow copy = new AlteredWindow(window);
            for (int i = 0; i < window.events(); i++) {
                aspect.putBack(copy, i, donor, i % donor.events());
            }
            sum += evidence - scorer.compare(copy.window(), references).evidence();
        }
        return donors.isEmpty() ? 0 : sum / donors.size();
    }

    /** Positions of the events that carry an aspect, the strongest first. */
    List<Integer> leading(Aspect aspect, int most) {
        record Drop(int event, double evidence) {}
        List<Drop> drops = new ArrayList<>();
        for (int i = Math.max(0, window.events() - MOST_EVENTS); i < window.events(); i++) {
            Optional<Habits.Done> typical = aspect.typical(habits.at(i));
            if (typical.isPresent()) {
                AlteredWindow copy = new AlteredWindow(window);
                aspect.putBack(copy, i, typical.get().window(), typical.get().at());
                double left = scorer.compare(copy.window(), references).evidence();
                drops.add(new Drop(i, evidence - left));
            }
        }
        drops.sort(Comparator.comparingDouble(Drop::evidence).reversed());
        double least = drops.isEmpty() ? 0 : LEAST_SHARE * drops.get(0).evidence();
        return drops.stream()
                .filter(drop -> drop.evidence() > 0 && drop.evidence() >= least)
                .limit(most)
                .map(Drop::event)
                .toList();
    }
}
