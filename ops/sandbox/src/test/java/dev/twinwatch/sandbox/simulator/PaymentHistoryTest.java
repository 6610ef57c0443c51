package dev.twinwatch.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentHistoryTest {
    private static final int PAYMENTS = 4000;
    private static final double HOUR = 3_600_000;
    private static final Hours AT_NINE_AND_AT_EIGHT_PM = new Hours(9, 20, 1, 0.4, 3);

    private List<Payment> payments;

    @BeforeEach
    void drawAHistoryInWhichNothingChanges() {
        Habits habits =
                new Habits(List.of("cafe", "market"), List.of("phone"), List.of(1.0, 4.0), AT_NINE_AND_AT_EIGHT_PM);
        Customer customer = new Customer("ana", PAYMENTS, List.of(habits));
        payments =
                PaymentHistory.draw(customer, Optional.empty(), Draws.seeded(1)).payments();
    }

    @Test
    void logarithmOfTheAmountIsNormalAroundTheLevelOfThePlace() {
        double[] atCafe = payments.stream()
                .filter(payment -> payment.place().equals("cafe"))
                .mapToDouble(payment -> StrictMath.log(payment.amount()))
                .toArray();
        double[] atMarket = payments.stream()
                .filter(payment -> payment.place().equals("market"))
                .mapToDouble(payment -> StrictMath.log(payment.amount()))
                .toArray();

        assertThat(mean(atCafe)).isCloseTo(1.0, within(0.03));
        assertThat(mean(atMarket)).isCloseTo(4.0, within(0.03));
        assertThat(deviation(atMarket)).isCloseTo(0.3, within(0.02));
        assertThat((double) atCafe.length / PAYMENTS)
                .as("share of the first of two places")
                .isCloseTo(2.0 / 3, within(0.03));
    }

    @Test
    void paymentsAreNumberedWithFiveDigitsOrMore() {
        assertThat(PaymentHistory.paymentId("ana", 0)).isEqualTo("ana-00000");
        assertThat(PaymentHistory.paymentId("ana", 4321)).isEqualTo("ana-04321");
        assertThat(PaymentHistory.paymentId("ana", 100_000)).isEqualTo("ana-100000");
    }

    @Test
    void paymentsGatherAroundTheTwoPeaksOfTheDay() {
        long early = payments.stream()
                .filter(payment -> Math.abs(hourOf(payment) - 9) < 2)
                .count();
        long late = payments.stream()
                .filter(payment -> Math.abs(hourOf(payment) - 20) < 2)
                .count();

        // Within two deviations lie .954 of a normal distribution.
        assertThat((double) early / PAYMENTS).isCloseTo(0.4 * 0.954, within(0.03));
        assertThat((double) late / PAYMENTS).isCloseTo(0.6 * 0.954, within(0.03));
    }

    @Test
    void daysHaveAsManyPaymentsAsThePersonMakes() {
        double days = (payments.get(PAYMENTS - 1).paidAt() - payments.get(0).paidAt()) / (24 * HOUR);

        assertThat(PAYMENTS / days).isCloseTo(3.0, within(0.15));
    }

    private static double hourOf(Payment payment) {
        return payment.paidAt() / HOUR % 24;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow());
    }
}
