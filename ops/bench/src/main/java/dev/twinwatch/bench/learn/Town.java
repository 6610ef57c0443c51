package dev.twinwatch.bench.learn;

import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.SimulatedStream;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.sandbox.simulator.Takeover;
import dev.twinwatch.trainer.source.EventSource;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Customers of whom crews take over one in four, and what they pay.
 *
 * @param history the first payments of each, surely their own
 * @param first what comes before anybody says anything
 * @param trial what the old and the new model both judge
 * @param last what comes after the change
 * @param takeovers of all of it
 */
record Town(
        List<Payment> history, List<Payment> first, List<Payment> trial, List<Payment> last, List<Takeover> takeovers) {
    private static final int HISTORY = 150;
    private static final int EACH = 300;
    private static final double SHARE_OF_FIRST = .45;
    private static final double SHARE_OF_TRIAL = .45;

    static Town of(int customers, long seed) {
        SimulatedStream stream =
                new Simulation(customers, EACH, HISTORY, seed).byCrews().run();
        List<Payment> history = new ArrayList<>();
        List<Payment> live = new ArrayList<>();
        Map<String, Integer> paid = new HashMap<>();
        for (Payment payment : stream.payments()) {
            (paid.merge(payment.customer(), 1, Integer::sum) <= HISTORY ? history : live).add(payment);
        }
        int trialFrom = (int) (SHARE_OF_FIRST * live.size());
        int lastFrom = (int) ((SHARE_OF_FIRST + SHARE_OF_TRIAL) * live.size());
        return new Town(
                history,
                live.subList(0, trialFrom),
                live.subList(trialFrom, lastFrom),
                live.subList(lastFrom, live.size()),
                stream.takeovers());
    }

    Town {
        history = List.copyOf(history);
        first = List.copyOf(first);
        trial = List.copyOf(trial);
        last = List.copyOf(last);
        takeovers = List.copyOf(takeovers);
    }

    /** Whether a customer was taken over at that time, in milliseconds since 1970. */
    boolean isTakenOver(String customer, long at) {
        return takeovers.stream()
                .anyMatch(takeover ->
                        takeover.customer().equals(customer) && takeover.from() <= at && at <= takeover.to());
    }

    /** What really happened, as labels. */
    List<Label> truth() {
        return takeovers.stream()
                .map(takeover -> new Label(
                        takeover.customer(),
                        "",
                        1000 * takeover.from(),
                        1000 * takeover.to(),
                        Label.Kind.FRAUD,
                        OptionalLong.empty()))
                .toList();
    }

    /** All that the customers themselves paid before the trial. */
    EventSource before() {
        List<Payment> own = Stream.concat(history.stream(), first.stream())
                .filter(payment -> !isTakenOver(payment.customer(), payment.paidAt()))
                .toList();
        return source("what came before", own);
    }

    /** Some payments as a source for trainer and backtest. */
    static EventSource source(String name, List<Payment> payments) {
        return new EventSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public void forEach(RecordVisitor visitor) {
                long row = 0;
                for (Payment payment : payments) {
                    visitor.record(payment.columns()::get, new Origin(name, 0, row++, false));
                }
            }
        };
    }
}
