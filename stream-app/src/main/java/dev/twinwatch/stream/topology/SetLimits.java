package dev.twinwatch.stream.topology;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.control.AnnouncedLimits;
import dev.twinwatch.engine.detection.LimitRule;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Budget;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.limits.Tally;
import dev.twinwatch.stream.limits.Totals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Step set-limits: sums what all tasks count and says which limit is to hold, at most once a day of events. There is one such
 * task, since its topic has one partition.
 */
final class SetLimits extends ContextualProcessor<String, Tally, String, SpecificRecord> {
    private static final Logger LOG = LoggerFactory.getLogger(SetLimits.class);
    private static final String WHO = "set-limits";

    private final ControlState control;

    SetLimits(ControlState control) {
        this.control = control;
    }

    @Override
    public void process(Record<String, Tally> record) {
        LimitStore store = new LimitStore(context().getStateStore(LimitStore.NAME));
        Totals totals = store.totals();
        totals.add(record.value());
        Optional<Bundle> live =
                control.models().pointer().map(ModelPointer::version).flatMap(control.models()::bundle);
        if (live.isPresent() && totals.mayChange(record.timestamp())) {
            change(live.get(), totals, record.timestamp());
        }
        store.totals(totals);
    }

    private void change(Bundle bundle, Totals totals, long timestamp) {
        AlertRule rule = bundle.rule();
        OptionalDouble budget = perEvent(rule.budget(), bundle.alerting(), totals.eventsPerDay());
        if (rule.limit().isPresent() || budget.isEmpty()) {
            return;
        }
        double perEvent = budget.getAsDouble();
        double trained = bundle.model().limit();
        double before = control.limits().newest(bundle.version()).orElse(trained);
        Tally finished = totals.finished(bundle.version(), before);
        OptionalDouble next = new LimitRule(perEvent, trained, bundle.alerting().curve())
                .next(before, finished.scored(), finished.opened());
        if (next.isPresent()) {
            totals.changed(timestamp);
            String why = why(finished, perEvent, before, next.getAsDouble());
            LOG.info("limit of model {} changes: {}", bundle.shortVersion(), why);
            Limits limits = new Limits(
                    AnnouncedLimits.COHORT, next.getAsDouble(), nextHour(totals.newest()), bundle.version(), before);
            announce(limits, why, timestamp);
        }
    }

    /** Empty where it is too early: how many events a day has now is known by a day that was counted as a whole. */
    private static OptionalDouble perEvent(Budget budget, Alerting alerting, OptionalDouble eventsPerDay) {
        if (budget.per() == Budget.Per.DAY) {
            if (eventsPerDay.orElse(0) <= budget.alerts()) {
                return OptionalDouble.empty();
            }
            return OptionalDouble.of(budget.alerts() / eventsPerDay.getAsDouble());
        }
        return OptionalDouble.of(budget.perEvent(alerting.rates()));
    }

    private void announce(Limits limits, String why, long timestamp) {
        Instant at = Instant.ofEpochMilli(context().currentSystemTimeMs());
        Audit audit = new Audit(
                at,
                WHO,
                why,
                AnnouncedLimits.KEY,
                String.valueOf(limits.getBefore()),
                String.valueOf(limits.getLimit()));
        context().forward(new Record<>(AnnouncedLimits.KEY, new Control(at, WHO, why, limits), timestamp));
        context().forward(new Record<>(audit.getWhat(), audit, timestamp));
    }

    /** No event of it should have been decided yet. */
    private static Instant nextHour(long micros) {
        return Instant.EPOCH
                .plus(micros, ChronoUnit.MICROS)
                .truncatedTo(ChronoUnit.HOURS)
                .plus(1, ChronoUnit.HOURS);
    }

    private static String why(Tally finished, double perEvent, double before, double next) {
        return String.format(
                Locale.ROOT,
                "%d alerts of %d scored events under limit %.2f, the budget has %.1f; %d events over the trained limit"
                        + " were held back; about %d events lie between %.2f and %.2f",
                finished.opened(),
                finished.scored(),
                before,
                perEvent * finished.scored(),
                finished.heldBack(),
                finished.between(before, next),
                before,
                next);
    }
}
