package dev.twinwatch.sandbox.demo.recording;

import dev.twinwatch.contracts.PaymentEvent;
import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.simulator.Attribute;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.serde.AvroSerializer;
import dev.twinwatch.stream.settings.Topics;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** Simulated card payments, as Avro records. */
public final class SimulatedPayments implements Scenario {
    private static final long MICROS_PER_MILLI = 1_000;

    private final Watch watch;
    private final Simulation simulation;
    private final SimulatedStream stream;

    private SimulatedPayments(Watch watch, Simulation simulation, SimulatedStream stream) {
        this.watch = watch;
        this.simulation = simulation;
        this.stream = stream;
    }

    /** Simulates; the watch must speak of the fields of {@link PaymentEvent}. */
    public static SimulatedPayments of(Watch watch, Simulation simulation) {
        return new SimulatedPayments(watch, simulation, simulation.run());
    }

    @Override
    public Watch watch() {
        return watch;
    }

    @Override
    public String words() {
        return simulation.entities() + " simulated customers, "
                + stream.takeovers().size() + " of them taken over once (seed " + simulation.seed() + ")";
    }

    @Override
    public EventSource source() {
        return new EventSource() {
            @Override
            public String name() {
                return "simulation";
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                for (int row = 0; row < stream.payments().size(); row++) {
                    visitor.record(fields(stream.payments().get(row)), new Origin(name(), 0, row, false));
                }
            }
        };
    }

    private static Fields fields(Payment payment) {
        return path -> switch (path) {
            case "payment_id" -> payment.paymentId();
            case "customer" -> payment.customer();
            case "paid_at" -> payment.paidAt();
            case "place" -> payment.place();
            case "device" -> payment.device();
            case "amount" -> payment.amount();
            default -> null;
        };
    }

    @Override
    public int historyEvents() {
        return simulation.historyEvents();
    }

    @Override
    public List<Known> fraud() {
        return stream.takeovers().stream()
                .map(takeover -> new Known(label(takeover), takeover.style().name(), foreign(takeover)))
                .toList();
    }

    private static Set<String> foreign(Takeover takeover) {
        return Arrays.stream(Attribute.values())
                .filter(attribute -> !takeover.copied().contains(attribute))
                .map(Attribute::field)
                .collect(Collectors.toSet());
    }

    private static Label label(Takeover takeover) {
        return new Label(
                takeover.customer(),
                "",
                takeover.from() * MICROS_PER_MILLI,
                takeover.to() * MICROS_PER_MILLI,
                Label.Kind.FRAUD,
                OptionalLong.empty());
    }

    @Override
    public Encoding encoding(SchemaRegistry registry) {
        String topic = Topics.of(watch.name()).events();
        AvroSerializer<PaymentEvent> serializer = new AvroSerializer<>(registry);
        return (fields, origin) -> Objects.requireNonNull(
                serializer.serialize(
                        topic, stream.payments().get((int) origin.offset()).toAvro()),
                "a payment has a value");
    }
}
