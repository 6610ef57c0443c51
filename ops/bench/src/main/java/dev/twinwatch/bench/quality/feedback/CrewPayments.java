package dev.twinwatch.bench.quality.feedback;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Simulated payments of customers of whom crews take over one in four; the first payments of each are surely its own. */
final class CrewPayments {
    private static final long MICROS_PER_MILLI = 1_000;
    private static final int CUSTOMERS = 1_200;
    private static final int PAYMENTS = 300;
    private static final int HISTORY = 150;
    /** Customers whose histories train: those that pay first. */
    private static final int TAUGHT = 400;

    private final Layout layout;
    private final SimulatedStream stream;

    CrewPayments(Layout layout, long seed) {
        this.layout = layout;
        this.stream =
                new Simulation(CUSTOMERS, PAYMENTS, HISTORY, seed).byCrews().run();
    }

    Layout layout() {
        return layout;
    }

    /** In the order of their beginnings. */
    List<Takeover> takeovers() {
        return stream.takeovers();
    }

    /** All payments in their order, the history of each customer vouched for. */
    List<Event> events() {
        EventReader reader = new EventReader(layout);
        Map<String, Integer> payments = new HashMap<>();
        List<Event> events = new ArrayList<>();
        for (Payment payment : stream.payments()) {
            boolean vouched = payments.merge(payment.customer(), 1, Integer::sum) <= HISTORY;
            Reading reading = reader.read(fields(payment), new Origin("simulation", 0, events.size(), vouched));
            events.add(((Reading.Understood) reading).event());
        }
        return events;
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
                Map<String, Integer> payments = new HashMap<>();
                for (int row = 0; row < stream.payments().size(); row++) {
                    Payment payment = stream.payments().get(row);
                    boolean taught = payments.size() < TAUGHT || payments.containsKey(payment.customer());
                    if (taught && payments.merge(payment.customer(), 1, Integer::sum) <= HISTORY) {
                        visitor.record(fields(payment), new Origin(name(), 0, row, false));
                    }
                }
            }
        };
    }

    /** All payments up to a time in microseconds since 1970, as they stand on a topic. */
    EventSource until(long time) {
        return new EventSource() {
            @Override
            public String name() {
                return "simulation";
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                List<Payment> payments = stream.payments();
                for (int row = 0;
                        row < payments.size() && payments.get(row).paidAt() * MICROS_PER_MILLI <= time;
                        row++) {
                    visitor.record(fields(payments.get(row)), new Origin(name(), 0, row, false));
                }
            }
        };
    }

    private static Fields fields(Payment payment) {
        return payment.columns()::get;
    }
}
