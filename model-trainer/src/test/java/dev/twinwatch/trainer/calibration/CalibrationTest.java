package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The whole way from an encoder that nobody trained to a model that decides, on customers who differ in their amounts. */
final class CalibrationTest {
    private final Customers customers = new Customers(Customers.WATCH + "alerts: {budget: 1 per 200 events}\n");

    @Test
    void takeoversOfCustomersWhoDifferAreCaught() {
        Calibrated calibrated = calibrate(histories(4), 7);

        assertThat(calibrated.takeovers()).isBetween(200, 400);
        assertThat(calibrated.equalErrorRate()).isLessThan(.35);
        assertThat(calibrated.caught()).isGreaterThan(calibrated.takeovers() / 3);
        assertThat(calibrated.inSample()).isFalse();
        assertThat(calibrated.honestEvents()).isBetween(800L, 960L);
        assertThat(calibrated.falseAlerts()).as("one per 200 events, or fewer").isLessThanOrEqualTo(5);
        assertThat(calibrated.model().fusion().alternatives().get(0).weights()).anyMatch(weight -> weight > 0);
        assertThat(calibrated.model().limit()).isPositive().isLessThan(1000);
    }

    @Test
    void twoCustomersAreEnough() {
        Calibrated calibrated = calibrate(histories(2), 7);

        assertThat(calibrated.takeovers()).isBetween(100, 300);
        assertThat(calibrated.model().limit()).isFinite();
        assertThat(calibrated.equalErrorRate()).isBetween(0.0, .5);
    }

    @Test
    void withFewerThanFourHeldOutTheFiguresAreOfAllAndSaySo() {
        List<EntityHistory> histories = histories(6);

        Calibrated calibrated = calibrate(histories, histories.subList(0, 3));

        assertThat(calibrated.inSample()).isTrue();
        assertThat(calibrated.honestEvents()).as("of six customers, not three").isGreaterThan(6 * 200);
    }

    @Test
    void onlyHeldOutCustomersAreMeasured() {
        List<EntityHistory> histories = histories(6);

        Calibrated calibrated = calibrate(histories, histories.subList(0, 4));

        assertThat(calibrated.inSample()).isFalse();
        assertThat(calibrated.honestEvents()).as("of four customers").isBetween(4 * 200L, 4 * 240L);
    }

    @Test
    void customersWithTwoEventsEachMayAttackThoughAWindowIsLonger() {
        Customers long16 = new Customers(Customers.WATCH.replace("length: 4", "length: 16"));
        List<EntityHistory> histories = new ArrayList<>(histories(long16, 4));
        for (int c = 0; c < 4; c++) {
            List<Event> two = List.of(
                    long16.event("brief-" + c, 0, 9, "elsewhere", "s"),
                    long16.event("brief-" + c, Customers.HOUR, 9, "elsewhere", "s"));
            histories.add(new EntityHistory("brief-" + c, two));
        }
        EncoderSpec spec = EncoderSpec.bag(16, 1, List.of(4), 8);

        Calibrated calibrated = new Calibration(
                        long16.layout(), histories, histories.subList(0, 4), 7, Optional.empty())
                .calibrate(Scaling.none(1), spec, Customers.randomWeights(spec));

        assertThat(calibrated.takeovers()).isPositive();
        assertThat(calibrated.model().limit()).isFinite();
    }

    @Test
    void oneCustomerGivesAModelWithoutTakeovers() {
        Calibrated calibrated = calibrate(histories(1), 7);

        assertThat(calibrated.takeovers()).isZero();
        assertThat(calibrated.equalErrorRate()).isEqualTo(.5);
        assertThat(calibrated.model().limit()).isFinite();
    }

    @Test
    void theSameSeedGivesTheSameModel() {
        Calibrated one = calibrate(histories(3), 7);
        Calibrated other = calibrate(histories(3), 7);

        assertThat(other.model().fusion()).isEqualTo(one.model().fusion());
        assertThat(other.model().limit()).isEqualTo(one.model().limit());
        assertThat(other.model().halfLife()).isEqualTo(one.model().halfLife());
        assertThat(other.equalErrorRate()).isEqualTo(one.equalErrorRate());
        assertThat(other.caught()).isEqualTo(one.caught());
    }

    @Test
    void anotherSeedSimulatesOtherTakeovers() {
        assertThat(calibrate(histories(3), 8).model().fusion())
                .isNotEqualTo(calibrate(histories(3), 7).model().fusion());
    }

    @Test
    void aLimitThatTheWatchGivesIsTheLimit() {
        Customers limited = new Customers(Customers.WATCH + "alerts: {limit: 2.5}\n");

        assertThat(calibrate(limited, histories(limited, 2), 7).model().limit()).isEqualTo(2.5);
    }

    private Calibrated calibrate(List<EntityHistory> histories, long seed) {
        return calibrate(customers, histories, seed);
    }

    private Calibrated calibrate(List<EntityHistory> all, List<EntityHistory> heldOut) {
        EncoderSpec spec = EncoderSpec.bag(4, 1, List.of(4), 8);
        return new Calibration(customers.layout(), all, heldOut, 7, Optional.empty())
                .calibrate(Scaling.none(1), spec, Customers.randomWeights(spec));
    }

    private static Calibrated calibrate(Customers customers, List<EntityHistory> histories, long seed) {
        EncoderSpec spec = EncoderSpec.bag(4, 1, List.of(4), 8);
        return new Calibration(customers.layout(), histories, histories, seed, Optional.empty())
                .calibrate(Scaling.none(1), spec, Customers.randomWeights(spec));
    }

    private List<EntityHistory> histories(int count) {
        return histories(customers, count);
    }

    /** Each with 240 events, two a day, around an amount of their own and at a place of their own more often than not. */
    private static List<EntityHistory> histories(Customers customers, int count) {
        Random random = new Random(3);
        List<EntityHistory> histories = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 240; i++) {
                double amount = 2 * c - 3 + .5 * random.nextGaussian();
                String place = random.nextInt(3) == 0 ? "anywhere" : "place-" + c;
                events.add(customers.event("customer-" + c, i * 12L * Customers.HOUR, amount, place, "s"));
            }
            histories.add(new EntityHistory("customer-" + c, events));
        }
        return histories;
    }
}
