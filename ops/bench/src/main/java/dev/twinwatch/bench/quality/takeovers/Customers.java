package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** Simulated customers, some of whom train while others are watched; who takes over, and when, is put in here. */
final class Customers {
    private static final int ALL = 1_000;
    private static final int PAYMENTS = 480;
    private static final int TAUGHT = 400;
    private static final int TAUGHT_PAYMENTS = 150;
    private static final int ATTACKED = 250;
    /** Payments of the owner after the history and before an attack, so that windows are full. */
    private static final int BEFORE = 20;

    private static final int ATTACK = 30;
    private static final int AFTER = 10;

    private final long seed;
    private final List<List<Payment>> taught;
    private final List<List<Payment>> watched;

    Customers(long seed) {
        this.seed = seed;
        SimulatedStream stream = new Simulation(ALL, PAYMENTS, TAUGHT_PAYMENTS, seed).run();
        Set<String> takenOver =
                stream.takeovers().stream().map(Takeover::customer).collect(Collectors.toSet());
        Map<String, List<Payment>> honest = new LinkedHashMap<>();
        for (Payment payment : stream.payments()) {
            if (!takenOver.contains(payment.customer())) {
                honest.computeIfAbsent(payment.customer(), c -> new ArrayList<>())
                        .add(payment);
            }
        }
        List<List<Payment>> customers = List.copyOf(honest.values());
        taught = customers.subList(0, TAUGHT);
        watched = customers.subList(TAUGHT, customers.size());
    }

    /** Everybody watched, as they are. */
    List<Scene> honest(int history) {
        return watched.stream()
                .map(own -> new Scene(own.subList(0, history), live(own, history), BEFORE + ATTACK + AFTER, 0))
                .toList();
    }

    /** Some of those watched, each taken over once by another of them. */
    List<Scene> attacked(int history, Attack attack) {
        Random random = new Random(31 * seed + attack.words().hashCode());
        List<Scene> scenes = new ArrayList<>();
        for (int victim = 0; victim < ATTACKED; victim++) {
            List<Payment> own = watched.get(victim);
            List<Payment> other = watched.get((victim + 1 + random.nextInt(watched.size() - 1)) % watched.size());
            int start = random.nextInt(other.size() - ATTACK);
            boolean[] copied = attack.drawCopied(random);
            List<Payment> live = new ArrayList<>(live(own, history));
            for (int i = 0; i < ATTACK; i++) {
                int at = BEFORE + i;
                live.set(at, attack.mixed(live.get(at), other.get(start + i), copied, i, ATTACK, random));
            }
            live.subList(BEFORE, BEFORE + ATTACK).sort(Comparator.comparingLong(Payment::paidAt));
            scenes.add(new Scene(own.subList(0, history), live, BEFORE, BEFORE + ATTACK));
        }
        return scenes;
    }

    private static List<Payment> live(List<Payment> own, int history) {
        return own.subList(history, history + BEFORE + ATTACK + AFTER);
    }

    /** What trains. */
    EventSource history() {
        return new EventSource() {
            @Override
            public String name() {
                return "simulation";
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                long row = 0;
                for (List<Payment> own : taught) {
                    for (Payment payment : own.subList(0, TAUGHT_PAYMENTS)) {
                        visitor.record(fields(payment), new Origin(name(), 0, row++, false));
                    }
                }
            }
        };
    }

    static Fields fields(Payment payment) {
        return payment.columns()::get;
    }
}
