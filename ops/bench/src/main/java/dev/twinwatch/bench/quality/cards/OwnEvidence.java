package dev.twinwatch.bench.quality.cards;

import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import java.util.List;
import java.util.Map;

/** Runs all transactions through the detector of the service, each against its customer's own past; no label enters. */
final class OwnEvidence {
    private OwnEvidence() {}

    /**
     * Evidence of all transactions, in their order, then the pieces that it was made of; 0 where too little was known of the
     * customer.
     *
     * @param judgedFrom first day that is judged; what comes before enrols
     */
    static double[][] of(Scorer scorer, List<Transaction> all, int judgedFrom) {
        Layout layout = scorer.model().layout();
        EventReader reader = new EventReader(layout);
        Detector detector = new Detector(layout, new InMemoryStates(), Detector.KEPT_REFERENCES);
        double[][] evidence =
                new double[all.size()][1 + scorer.model().fusion().names().size()];
        for (Transaction t : all) {
            Outcome outcome = detector.onEvent(scorer, event(reader, t, t.day() < judgedFrom));
            if (outcome instanceof Outcome.Scored scored) {
                double[] pieces = scored.comparison().inputs();
                evidence[t.number()][0] = scored.evidence();
                System.arraycopy(pieces, 0, evidence[t.number()], 1, pieces.length);
            }
        }
        return evidence;
    }

    private static Event event(EventReader reader, Transaction t, boolean enrols) {
        Map<String, Object> fields = Map.of(
                "id",
                t.id(),
                "t_sec",
                t.time(),
                "customer",
                t.customer(),
                "terminal",
                t.terminal(),
                "amount",
                t.amount());
        Reading reading = reader.read(fields::get, new Origin("transactions", 0, t.number(), enrols));
        return ((Reading.Understood) reading).event();
    }
}
