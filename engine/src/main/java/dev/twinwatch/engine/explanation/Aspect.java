package dev.twinwatch.engine.explanation;

import dev.twinwatch.engine.features.AlteredWindow;
import dev.twinwatch.engine.features.Window;
import java.util.List;
import java.util.Optional;

/**
 * One thing that can be unlike an entity: a field with all features that read it, or one that is read off the times. Features
 * of one field are taken together, since each of them alone would be excused by the others.
 */
interface Aspect {
    /** Lets event i of a copy have in this respect what event j of another window had, without any novelty. */
    void putBack(AlteredWindow copy, int i, Window other, int j);

    /** The event that is most usual in this respect; empty where references say nothing of it. */
    Optional<Habits.Done> typical(Habits habits);

    /**
     * Positions of events that a person can look up however little they weigh: those that brought values never used before;
     * none where so many are usual, or where all is new because nothing is known of the entity.
     */
    default List<Integer> facts(Window window, Habits habits) {
        return List.of();
    }

    /**
     * Observed against usual.
     *
     * @param leading positions of the events that carry it, the strongest first; none where no single one does
     */
    Account account(Window window, Habits habits, List<Integer> leading);

    /**
     * A reason without its share.
     *
     * @param feature the feature that it is named after
     * @param words a sentence
     * @param observed what was seen
     * @param usual what is usual
     * @param events positions of the events that it speaks of
     */
    record Account(String feature, String words, String observed, String usual, List<Integer> events) {
        public Account {
            events = events.stream().sorted().toList();
        }

        /** The pattern of most sentences. */
        static Account against(String feature, String observed, String usual, List<Integer> events) {
            String words = feature + ": " + observed + " where " + usual + " is usual";
            return new Account(feature, words, observed, usual, events);
        }
    }
}
