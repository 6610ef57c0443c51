package dev.twinwatch.bench.change;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Payments of customers who are all honest.
 *
 * @param history the first payments of each customer, which train and enrol
 * @param live those after it, in the order of their times
 */
record Traffic(List<Payment> history, List<Payment> live) {
    private static final int ENROLLED = 256;
    /** Trained in seconds: its shape, and how often it raises an alert, are those of a real one. */
    private static final int BATCHES = 60;

    static Traffic of(int customers, int live, long seed) {
        int each = ENROLLED + live / customers + 1;
        List<Payment> history = new ArrayList<>();
        List<Payment> later = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        // The simulator draws up to a tenth fewer payments than it is asked for.
        for (Payment payment : new Simulation(customers, each * 10 / 9 + 60, ENROLLED, seed)
                .runHonest()
                .payments()) {
            boolean early = seen.merge(payment.customer(), 1, Integer::sum) <= ENROLLED;
            (early ? history : later).add(payment);
        }
        return new Traffic(history, later.subList(0, Math.min(live, later.size())));
    }

    Traffic {
        history = List.copyOf(history);
        live = List.copyOf(live);
    }

    /** A payment as the service reads it. */
    static Event event(Layout layout, Payment payment, long offset, boolean enrol) {
        Map<String, Object> fields = Map.of(
                "payment_id", payment.paymentId(),
                "customer", payment.customer(),
                "paid_at", payment.paidAt(),
                "place", payment.place(),
                "device", payment.device(),
                "amount", payment.amount());
        Reading reading = new EventReader(layout).read(fields::get, new Origin("payments", 0, offset, enrol));
        return ((Reading.Understood) reading).event();
    }

    /** A model of the history of some customers, with another seed another one. */
    byte[] model(Layout layout, int customers, long seed) throws IOException {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        for (Payment payment : history) {
            if (events.size() < customers || events.containsKey(payment.customer())) {
                List<Event> own = events.computeIfAbsent(payment.customer(), customer -> new ArrayList<>());
                own.add(event(layout, payment, own.size(), false));
            }
        }
        List<EntityHistory> entities = events.entrySet().stream()
                .map(entry -> new EntityHistory(entry.getKey(), entry.getValue()))
                .toList();
        long rows = entities.stream().mapToLong(EntityHistory::size).sum();
        return new Training(layout, Hyperparameters.defaults().withSeed(seed).withIterations(BATCHES))
                .run(new History(entities, rows, "0".repeat(64)), Progress.SILENT)
                .bundle();
    }
}
