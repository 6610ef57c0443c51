package dev.twinwatch.trainer.calibration;

import dev.twinwatch.engine.drift.CategoryBins;
import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.engine.drift.NumberBins;
import dev.twinwatch.engine.drift.Shares;
import dev.twinwatch.engine.drift.TrafficCounter;
import dev.twinwatch.engine.drift.UsualCategory;
import dev.twinwatch.engine.drift.UsualNumber;
import dev.twinwatch.engine.drift.UsualTraffic;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds what drift is measured against: the newest events of the history, counted as the service counts. A value is new there if
 * no older event of anybody has it, since that is how the service will meet new values.
 */
final class UsualFit {
    /** Values of a number that give its quantiles. */
    private static final int MOST_VALUES = 200_000;
    /** Ends of the usual range, and tenths between them. */
    private static final double[] QUANTILES = {.001, .1, .2, .3, .4, .5, .6, .7, .8, .9, .999};

    private final Layout layout;
    private final List<Quantiles> numbers;
    private final List<ValueTally> categories;

    /** Looks at all events of everybody. */
    UsualFit(Layout layout, List<EntityHistory> everybody) {
        this.layout = layout;
        long events = everybody.stream().mapToLong(EntityHistory::size).sum();
        int everyNth = (int) Math.max(1, events / MOST_VALUES);
        this.numbers = layout.numbers().stream().map(field -> new Quantiles()).toList();
        this.categories =
                layout.categories().stream().map(field -> new ValueTally()).toList();
        long next = 0;
        for (EntityHistory history : everybody) {
            int older = olderEvents(history.size());
            int i = 0;
            for (Event event : history.events()) {
                look(event, i++ < older, next++ % everyNth == 0);
            }
        }
    }

    /** How many of so many events of one entity are not its newest ones. */
    static int olderEvents(int events) {
        return (int) (events * 4L / 5);
    }

    private void look(Event event, boolean isOlder, boolean inSample) {
        for (int f = 0; inSample && f < numbers.size(); f++) {
            numbers.get(f).add(event.number(f));
        }
        for (int f = 0; f < categories.size(); f++) {
            categories.get(f).add(event.category(f), isOlder);
        }
    }

    /** Empty where the newest events have too few of entities that are known well. */
    Optional<UsualTraffic> fit(EvidenceModel model, Rehearsal rehearsal) {
        Quantiles evidence = new Quantiles();
        rehearsal.eachUsual(model, (event, scored) -> evidence.add((float) scored.evidence()));
        if (evidence.size() < Drift.LEAST_EVENTS) {
            return Optional.empty();
        }
        UsualTraffic older =
                new UsualTraffic(number(UsualTraffic.EVIDENCE, evidence), usualNumbers(), olderValues(), 0);
        TrafficCounter counter = new TrafficCounter(older, layout);
        rehearsal.eachUsual(model, (event, scored) -> counter.count(event, scored.evidence(), scored.absorbed()));
        UsualTraffic counted = older.asCounted(counter.counts());
        return Optional.of(new UsualTraffic(
                counted.evidence(), counted.numbers(), allValues(counted.categories()), counted.absorbed()));
    }

    private static UsualNumber number(String field, Quantiles values) {
        NumberBins bins = NumberBins.between(values.distinct(QUANTILES));
        return new UsualNumber(field, bins, Shares.even(bins.size()));
    }

    private List<UsualNumber> usualNumbers() {
        return IntStream.range(0, numbers.size())
                .mapToObj(f -> number(layout.numbers().get(f), numbers.get(f)))
                .toList();
    }

    private List<UsualCategory> olderValues() {
        return IntStream.range(0, categories.size())
                .mapToObj(f -> {
                    CategoryBins bins = categories.get(f).ofOlder();
                    return new UsualCategory(layout.categories().get(f), bins, Shares.even(bins.size()));
                })
                .toList();
    }

    /** The shares that were counted, for bins that know the newest values too. */
    private List<UsualCategory> allValues(List<UsualCategory> counted) {
        return IntStream.range(0, counted.size())
                .mapToObj(f -> new UsualCategory(
                        counted.get(f).field(),
                        categories.get(f).ofAll(),
                        counted.get(f).shares()))
                .toList();
    }
}
