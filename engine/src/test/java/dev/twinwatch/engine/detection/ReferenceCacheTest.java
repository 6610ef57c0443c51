package dev.twinwatch.engine.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import dev.twinwatch.engine.TestModels;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.profile.Profile;
import dev.twinwatch.engine.profile.Reference;
import dev.twinwatch.engine.recent.Gained;
import dev.twinwatch.engine.recent.Recent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Two windows of two events each are the references of an entity. */
final class ReferenceCacheTest {
    private final TestEvents events = TestEvents.ofWatch("""
            watch: cards
            entity: who
            sequence: {length: 2, minimum: 2}
            features: [{name: amount, field: amount, as: number}]
            """);
    private final Scorer old = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private final Scorer renewed = new Scorer(TestModels.weighing(events.layout(), 1, "averages"));
    private final ReferenceCache cache = new ReferenceCache(16);
    private final Recent recent = new Recent(events.layout());
    private final AtomicInteger read = new AtomicInteger();

    @Test
    void aNewModelSeesThoseWhomItMetAheadWithoutReadingThemAgain() {
        Profile profile = Profile.EMPTY.with(window(1), 16).with(window(2), 16);
        cache.get("ana", old, revision(2), () -> profile);
        cache.get("ben", old, revision(2), () -> profile);

        List<String> ahead = new ArrayList<>();
        while (cache.renewOne(
                renewed,
                entity -> {
                    ahead.add(entity);
                    return profile;
                },
                entity -> Gained.NOTHING)) {}
        References ana = cache.get("ana", renewed, revision(2), () -> {
            read.incrementAndGet();
            return profile;
        });

        assertThat(ahead).as("seen last comes first").containsExactly("ben", "ana");
        assertThat(read).hasValue(0);
        assertThat(ana.endingBefore(5)).isEqualTo(2);
    }

    @Test
    void aNewestReferenceIsAddedToThoseThatAreKnown() {
        Profile two = Profile.EMPTY.with(window(1), 2).with(window(2), 2);
        References before = cache.get("ana", old, revision(2), () -> two);
        Profile three = two.with(window(3), 2);

        References after = cache.get("ana", old, revision(3), () -> three);

        assertThat(after).isSameAs(before);
        assertThat(after.endingBefore(7)).as("the oldest has left").isEqualTo(2);
        assertThat(after.hasAll(List.of(4L, 6L))).isTrue();
    }

    @Test
    void whereReferencesWereTakenOutAllAreMadeAnew() {
        Profile two = Profile.EMPTY.with(window(1), 16).with(window(2), 16);
        References before = cache.get("ana", old, revision(2), () -> two);
        Profile one = two.withoutSince(3, List.of());

        References after = cache.get("ana", old, revision(3), () -> one);

        assertThat(after).isNotSameAs(before);
        assertThat(after.endingBefore(5)).isEqualTo(1);
    }

    private Recent revision(int number) {
        Recent state = new Recent(events.layout());
        state.covered(0, number);
        return state;
    }

    private Reference window(double amount) {
        recent.append(events.next("ana", "amount", amount));
        recent.append(events.next("ana", "amount", amount));
        Window window = recent.window().copy();
        return new Reference(window, Reference.Why.ABSORBED, window.time(1), 0);
    }
}
