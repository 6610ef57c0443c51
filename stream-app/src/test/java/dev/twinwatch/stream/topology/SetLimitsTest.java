package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Limits;
import dev.twinwatch.engine.bundle.Alerting;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.LimitCurve;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.control.ControlState;
import dev.twinwatch.stream.control.ModelPointer;
import dev.twinwatch.stream.limits.Tallies;
import dev.twinwatch.stream.limits.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Step set-limits alone, told of days of events. The trained limit is 2; where nothing else is said, 1 alert in 100 events. */
final class SetLimitsTest {
    private static final double TRAINED = 2;

    private final MockProcessorContext<String, SpecificRecord> context = new MockProcessorContext<>();
    private final ControlState control = ControlState.of(Purchases.LAYOUT, true);
    private long now;
    private long untilTheNextIsTold = 10_000;
    private SetLimits step = new SetLimits(control);
    private Bundle bundle = live("budget: 1 per 100 events", Alerting.UNKNOWN);

    @BeforeEach
    void open() {
        context.setCurrentSystemTimeMs(1_000);
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(LimitStore.NAME), Serdes.String(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        context.addStateStore(store);
        step.init(context);
    }

    @Test
    void twiceTheBudgetRaisesTheLimitFromTheNextHourOfEventsOn() {
        day(10, 4000, 80);
        assertThat(limits()).as("the day is not over").isEmpty();

        day(11, 100, 0);

        assertThat(limits()).singleElement().satisfies(limit -> {
            assertThat(limit.getLimit()).isEqualTo(TRAINED + Math.log(2));
            assertThat(limit.getBefore()).isEqualTo(TRAINED);
            assertThat(limit.getModel()).isEqualTo(bundle.version());
            assertThat(limit.getHoldsFrom()).isEqualTo(Instant.parse("1970-01-12T01:00:00Z"));
        });
    }

    @Test
    void theAuditSaysWhatHeldBeforeAndWhy() {
        day(10, 4000, 80);
        day(11, 100, 0);

        assertThat(context.forwarded())
                .hasSize(2)
                .allSatisfy(sent -> assertThat(sent.record().key()).isEqualTo("limits/all"));
        var audit = (dev.twinwatch.contracts.Audit)
                context.forwarded().get(1).record().value();
        assertThat(audit.getWho()).isEqualTo("set-limits");
        assertThat(audit.getWhat()).isEqualTo("limits/all");
        assertThat(audit.getBefore()).isEqualTo("2.0");
        assertThat(audit.getAfter()).isEqualTo(String.valueOf(TRAINED + Math.log(2)));
        assertThat(audit.getAt()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(audit.getWhy())
                .isEqualTo("80 alerts of 4000 scored events under limit 2.00, the budget has 40.0; 0 events over the"
                        + " trained limit were held back; about 0 events lie between 2.00 and 2.69");
    }

    @Test
    void aBudgetThatIsKeptIsLeftAlone() {
        day(10, 4000, 45);
        day(11, 4000, 38);
        day(12, 100, 0);

        assertThat(limits()).isEmpty();
    }

    @Test
    void totalsOutliveARestart() {
        day(10, 2000, 40);
        step = new SetLimits(control);
        step.init(context);
        day(10, 2000, 40);
        day(11, 100, 0);

        assertThat(limits()).extracting(Limits::getLimit).containsExactly(TRAINED + Math.log(2));
    }

    @Test
    void theLimitChangesOnceADayOfEvents() {
        day(10, 4000, 80);
        day(11, 100, 0);
        day(10, 4000, 400);
        day(11, 100, 0);
        assertThat(limits()).hasSize(1);

        day(12, 100, 0);
        assertThat(limits()).hasSize(2);
    }

    @Test
    void daysThatAreToldAtOnceChangeTheLimitOnce() {
        untilTheNextIsTold = 0;
        for (int day = 10; day < 20; day++) {
            day(day, 4000, 80);
        }

        assertThat(limits()).hasSize(1);
    }

    @Test
    void aPlainLimitIsLeftAlone() {
        bundle = live("limit: 2", Alerting.UNKNOWN);
        day(10, 4000, 400);
        day(11, 100, 0);

        assertThat(limits()).isEmpty();
    }

    @Test
    void anotherModelBeginsAnew() {
        day(10, 4000, 400);
        bundle = live("budget: 1 per 50 events", Alerting.UNKNOWN);
        day(11, 100, 0);

        assertThat(limits()).isEmpty();
    }

    @Test
    void aBudgetByTheDayGoesByTheEventsThatADayHasNowAndNotInTraining() {
        Alerting thousandADay = new Alerting(LimitCurve.UNKNOWN, Optional.of(new Rates(1000, 100)));
        bundle = live("budget: 40 per day", thousandADay);
        day(10, 4000, 44);
        day(11, 4000, 42);

        day(12, 4000, 200);
        assertThat(limits()).as("86 alerts, 80 are wanted on two days").isEmpty();

        day(13, 1000, 0);
        assertThat(limits()).extracting(Limits::getLimit).containsExactly(TRAINED + Math.log(286 / 120.0));
    }

    private List<Limits> limits() {
        return context.forwarded().stream()
                .map(sent -> sent.record().value())
                .filter(Control.class::isInstance)
                .map(value -> (Limits) ((Control) value).getChange())
                .toList();
    }

    private Bundle live(String alerts, Alerting alerting) {
        Layout layout = Layout.of(WatchFile.parse("watch.yaml", Purchases.YAML + "alerts: {" + alerts + "}\n"));
        Bundle read = BundleFile.read(Purchases.bundle(layout, 1, alerting));
        control.models().add(read);
        long epoch = control.models().pointer().map(ModelPointer::epoch).orElse(0L) + 1;
        control.models().point(new ModelPointer(read.version(), epoch, 0));
        return read;
    }

    /** Events at midnight with evidence 0, and some that open alerts. */
    private void day(long day, int scored, int opened) {
        Tallies tallies = new Tallies();
        long midnight = TimeUnit.DAYS.toMicros(day);
        double limit = control.limits().newest(bundle.version()).orElse(TRAINED);
        for (int i = 0; i < scored; i++) {
            boolean opens = i < opened;
            tallies.count(Tally.Under.of(bundle.version(), limit, midnight), opens ? 10 : 0, opens, TRAINED, midnight);
        }
        tallies.take().forEach(tally -> step.process(new Record<>("", tally, now)));
        now += untilTheNextIsTold;
    }
}
