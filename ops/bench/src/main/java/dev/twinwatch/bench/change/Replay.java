package dev.twinwatch.bench.change;

import dev.twinwatch.bench.traffic.Heard;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.detection.Detector;
import dev.twinwatch.engine.detection.InMemoryStates;
import dev.twinwatch.engine.detection.Outcome;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.sandbox.simulator.Payment;
import java.util.Map;

/** The engine alone over the same payments, each by the model that the service names for it. */
final class Replay {
    private final Layout layout;
    private final Bundle before;
    private final Bundle after;

    Replay(Layout layout, Bundle before, Bundle after) {
        this.layout = layout;
        this.before = before;
        this.after = after;
    }

    /** Of how many events something else was said than that model says, to the last bit; those without an outcome not counted. */
    long different(Traffic traffic, Map<String, Heard> heard) {
        Detector detector = new Detector(layout, new InMemoryStates(), Detector.KEPT_REFERENCES);
        Scorer old = new Scorer(before.model());
        Scorer renewed = new Scorer(after.model());
        long row = 0;
        for (Payment payment : traffic.history()) {
            detector.onEvent(old, Traffic.event(layout, payment, row++, true));
        }
        long different = 0;
        for (Payment payment : traffic.live()) {
            Heard said = heard.get(payment.paymentId());
            String model = said == null ? before.version() : said.model();
            Scorer scorer = before.version().equals(model) ? old : renewed;
            Outcome outcome = detector.onEvent(scorer, Traffic.event(layout, payment, row++, false));
            if (said != null && !said.equals(Heard.of(model, outcome))) {
                different++;
            }
        }
        return different;
    }
}
