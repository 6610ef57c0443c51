package dev.twinwatch.sandbox.proof;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The watch of the demo, simulated payments as its events, and a small model for them, trained once for all tests. */
public final class CardPayments {
    static final Path WATCH_FILE = Path.of("watches", "card-payments.yaml").toAbsolutePath();
    static final Layout LAYOUT = layout();
    /** Payments of each customer that are enrolled: three windows. */
    static final int ENROLLED = 48;

    private static final byte[] BUNDLE = bundle(LAYOUT, 60);

    private CardPayments() {}

    /** The bundle of that model. */
    public static byte[] bundle() {
        return BUNDLE.clone();
    }

    /** 60 customers with about 200 payments each; six of them are taken over. */
    static List<Payment> stream() {
        return new Simulation(60, 200, 100, 5).run().payments();
    }

    static Event event(Payment payment, long row, boolean enrol) {
        return event(LAYOUT, payment, row, enrol);
    }

    /** As a watch reads it. */
    static Event event(Layout layout, Payment payment, long row, boolean enrol) {
        Map<String, Object> fields = Map.of(
                "payment_id", payment.paymentId(),
                "customer", payment.customer(),
                "paid_at", payment.paidAt(),
                "place", payment.place(),
                "device", payment.device(),
                "amount", payment.amount());
        Reading reading = new EventReader(layout).read(fields::get, new Origin("payments", 0, row, enrol));
        return ((Reading.Understood) reading).event();
    }

    private static Layout layout() {
        try {
            return Layout.of(WatchFile.read(WATCH_FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another model for them, that learned for longer. */
    static byte[] otherBundle() {
        return bundle(LAYOUT, 80);
    }

    /** A model of another watch of these payments; alerts by a low limit, so that there are enough to compare. */
    static byte[] bundle(Layout layout, int batches) {
        Map<String, List<Event>> events = new LinkedHashMap<>();
        for (Payment payment : new Simulation(60, 220, 150, 3).run().payments()) {
            List<Event> own = events.computeIfAbsent(payment.customer(), customer -> new ArrayList<>());
            if (own.size() < 150) {
                own.add(event(layout, payment, own.size(), false));
            }
        }
        List<EntityHistory> entities = events.entrySet().stream()
                .map(entry -> new EntityHistory(entry.getKey(), entry.getValue()))
                .toList();
        try {
            String yaml = layout.watch().yaml().replaceFirst("alerts: .*", "alerts: {limit: 2.5}");
            Layout limited = Layout.of(WatchFile.parse("card-payments.yaml", yaml));
            return new Training(limited, Hyperparameters.defaults().withIterations(batches))
                    .run(new History(entities, 60 * 150, "0".repeat(64)), Progress.SILENT)
                    .bundle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
