package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Draws simulated takeovers of some entities by others. */
final class Takeovers {
    private static final int MOST = 400;
    private static final int LEAST = 100;
    /** Events of all takeovers together, about: long windows need fewer takeovers for as many samples. */
    private static final int EVENTS = 300_000;

    /** With fewer victims, the others attack too. */
    private static final int ENOUGH_ATTACKERS = 8;

    private Takeovers() {}

    /** None where nobody's history is long enough, or there is nobody else. */
    static List<Takeover> simulate(Layout layout, List<EntityHistory> entities, List<EntityHistory> all, long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Predicate<EntityHistory> longEnough = history -> history.size() >= 2;
        List<EntityHistory> victims = entities.stream().filter(longEnough).toList();
        // an encoder knows those that it was taught with better than whoever comes
        List<EntityHistory> attackers = victims.size() >= ENOUGH_ATTACKERS
                ? victims
                : all.stream().filter(longEnough).toList();
        List<Takeover> takeovers = new ArrayList<>();
        if (victims.isEmpty() || attackers.size() < 2) {
            return takeovers;
        }
        int wanted =
                EVENTS / (Takeover.WINDOWS_BEFORE * layout.watch().sequence().length());
        int count = Math.max(LEAST, Math.min(MOST, wanted));
        for (int i = 0; i < count; i++) {
            EntityHistory victim = victims.get(i % victims.size());
            EntityHistory attacker = attackers.get(random.nextInt(attackers.size()));
            if (!attacker.entity().equals(victim.entity())) {
                takeovers.add(Takeover.simulate(layout, victim, attacker, random));
            }
        }
        return takeovers;
    }
}
