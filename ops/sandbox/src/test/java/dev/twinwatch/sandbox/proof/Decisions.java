package dev.twinwatch.sandbox.proof;

import static java.util.stream.Collectors.groupingBy;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.sandbox.simulator.Payment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * All that was decided about a stream.
 *
 * @param verdicts one for each event, if all is well
 * @param alerts by entity, the changes of its alerts in their order
 */
record Decisions(List<Verdict> verdicts, Map<String, List<AlertChange>> alerts) {
    Decisions {
        verdicts = List.copyOf(verdicts);
        alerts = Map.copyOf(alerts);
    }

    /** As the service wrote them. */
    static Decisions written(List<Score> scores, List<Alert> alerts) {
        return new Decisions(
                scores.stream().map(Verdict::of).toList(),
                alerts.stream().map(AlertChange::of).collect(groupingBy(AlertChange::entity)));
    }

    /** As the engine alone decides, one payment after the other. */
    static Decisions ofEngine(byte[] bundle, List<Payment> payments) {
        Scorer scorer = new Scorer(BundleFile.read(bundle).model());
        return ofEngine(payment -> scorer, payments);
    }

    /** The same where each payment is decided by a model of its own. */
    static Decisions ofEngine(Function<String, Scorer> byPayment, List<Payment> payments) {
        Detector detector = new Detector(CardPayments.LAYOUT, new InMemoryStates(), Detector.KEPT_REFERENCES);
        return of(
                payments,
                (payment, row, enrol) -> detector.onEvent(
                        byPayment.apply(payment.paymentId()), CardPayments.event(payment, row, enrol)));
    }

    /** Decides one payment, the first ones of each customer as vouched for. */
    interface Engine {
        Outcome onPayment(Payment payment, long row, boolean enrol);
    }

    /** As some engine decides, one payment after the other. */
    static Decisions of(List<Payment> payments, Engine engine) {
        List<Verdict> verdicts = new ArrayList<>();
        List<AlertChange> alerts = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Payment payment : payments) {
            boolean enrol = seen.merge(payment.customer(), 1, Integer::sum) <= CardPayments.ENROLLED;
            Outcome outcome = engine.onPayment(payment, verdicts.size(), enrol);
            verdicts.add(Verdict.of(payment.paymentId(), outcome));
            outcome.alert().map(AlertChange::of).ifPresent(alerts::add);
        }
        return new Decisions(verdicts, alerts.stream().collect(groupingBy(AlertChange::entity)));
    }

    /** The first few events and entities of which something else was said, or that were spoken of twice or never. */
    List<String> differencesFrom(Decisions expected) {
        return Stream.concat(
                        differences(byEvent(), expected.byEvent()).stream(),
                        differences(alerts, expected.alerts).stream())
                .limit(10)
                .toList();
    }

    private Map<String, List<Verdict>> byEvent() {
        return verdicts.stream().collect(groupingBy(Verdict::eventId));
    }

    private static <T> List<String> differences(Map<String, List<T>> found, Map<String, List<T>> expected) {
        Set<String> all = new TreeSet<>(found.keySet());
        all.addAll(expected.keySet());
        return all.stream()
                .filter(key -> !Objects.equals(found.get(key), expected.get(key)))
                .map(key -> key + ": " + found.get(key) + ", expected " + expected.get(key))
                .toList();
    }

    long scored() {
        return verdicts.stream().filter(v -> v.outcome().equals("SCORED")).count();
    }
}
