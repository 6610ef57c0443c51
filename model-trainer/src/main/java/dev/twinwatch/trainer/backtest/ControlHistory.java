package dev.twinwatch.trainer.backtest;

import dev.twinwatch.contracts.BundleChunk;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.contracts.ModelPointer;
import dev.twinwatch.engine.control.StandingOrders;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.source.ContractSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The records of a control topic that are not about models, each with the moment from which it acts: when it was written, or
 * asked for where nothing says when it was written; never before one that stands in front of it. The order of a topic is that in which
 * the service follows it.
 */
public final class ControlHistory {
    private final List<Timed> records = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final Optional<String> model;
    private final StandingOrders trial;
    private long ofModels;
    private long ofOtherModels;

    /** @param moment microseconds since 1970 */
    record Timed(
            long moment, long offset, String key, @Nullable Control change) {}

    private ControlHistory(Layout layout, Optional<String> model) {
        this.model = model;
        this.trial = StandingOrders.none(layout);
    }

    /**
     * All of a source; what cannot be carried out is refused, as in the service.
     *
     * @param model SHA-256 of the bundle for which limits may hold; empty where none may
     * @throws dev.twinwatch.trainer.source.SourceException where the source cannot be read
     */
    public static ControlHistory read(Layout layout, Optional<String> model, ContractSource<Control> source) {
        ControlHistory history = new ControlHistory(layout, model);
        source.forEach(history::take);
        return history;
    }

    private void take(ContractSource.Entry<Control> entry) {
        Control change = entry.value();
        if (!entry.problem().isEmpty()) {
            refused.add(entry.place() + ": " + entry.problem());
        } else if (isOfModels(entry.key(), change)) {
            ofModels++;
        } else if (change != null && change.getChange() instanceof Limits limits && !isOfThisModel(limits)) {
            ofOtherModels++;
        } else {
            try {
                if (trial.accept(entry.offset(), entry.key(), change)) {
                    records.add(new Timed(moment(entry), entry.offset(), entry.key(), change));
                } else {
                    refused.add(
                            entry.place() + " under key " + entry.key() + " is nothing that a backtest carries out");
                }
            } catch (IllegalArgumentException e) {
                refused.add(entry.place() + ": " + e.getMessage());
            }
        }
    }

    private static boolean isOfModels(String key, @Nullable Control change) {
        return change == null
                ? key.equals("model") || key.startsWith("bundle/")
                : change.getChange() instanceof ModelPointer || change.getChange() instanceof BundleChunk;
    }

    /** One that names none is refused later, with the reason. */
    private boolean isOfThisModel(Limits limits) {
        return limits.getModel() == null
                || model.filter(limits.getModel()::equals).isPresent();
    }

    private long moment(ContractSource.Entry<Control> entry) {
        Control change = entry.value();
        long before = records.isEmpty()
                ? Long.MIN_VALUE
                : records.get(records.size() - 1).moment();
        long own = entry.writtenAt()
                .orElseGet(() -> change == null
                        ? before
                        : TimeUnit.MILLISECONDS.toMicros(change.getAt().toEpochMilli()));
        return Math.max(before, own);
    }

    /** In the order in which they act. */
    List<Timed> records() {
        return records;
    }

    long ofModels() {
        return ofModels;
    }

    long ofOtherModels() {
        return ofOtherModels;
    }

    List<String> refused() {
        return refused;
    }

    /** How many act later than that moment. */
    long after(long moment) {
        return records.stream().filter(record -> record.moment() > moment).count();
    }
}
