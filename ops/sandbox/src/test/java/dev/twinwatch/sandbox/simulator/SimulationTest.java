package dev.twinwatch.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
    private static final int ENTITIES = 400;
    private static final int HISTORY = 150;
    private static final SimulatedStream STREAM = Simulation.seeded(7).run();
    private static final Map<String, List<Payment>> BY_CUSTOMER =
            STREAM.payments().stream().collect(Collectors.groupingBy(Payment::customer));

    @Test
    void withoutTakeoversAllOthersPayAsTheyDoWithThem() {
        Simulation simulation = new Simulation(20, 120, 60, 4);
        SimulatedStream both = simulation.run();
        SimulatedStream honest = simulation.runHonest();
        Set<String> victims = both.takeovers().stream().map(Takeover::customer).collect(Collectors.toSet());

        assertThat(victims).hasSize(2);
        assertThat(honest.takeovers()).isEmpty();
        assertThat(honest.payments().stream().filter(p -> !victims.contains(p.customer())))
                .containsExactlyElementsOf(both.payments().stream()
                        .filter(p -> !victims.contains(p.customer()))
                        .toList());
    }

    @Test
    void sameSeedMakesTheSameStreamAndAnotherSeedAnother() {
        Simulation small = new Simulation(20, 300, 150, 11);

        assertThat(small.run()).isEqualTo(small.run());
        assertThat(new Simulation(20, 300, 150, 12).run().payments())
                .isNotEqualTo(small.run().payments());
    }

    // Whoever changes how values are drawn changes every measurement made with the simulator: that must not pass
    // unseen.
    @Test
    void firstAndLastPaymentOfASeedStayWhatTheyWere() {
        List<Payment> payments = new Simulation(20, 300, 150, 11).run().payments();

        assertThat(List.of(payments.get(0), payments.get(payments.size() - 1)))
                .containsExactly(
                        new Payment("c00014-00000", "c00014", 1736121950885L, "place-169", "device-000014", 20.54),
                        new Payment("c00001-00296", "c00001", 1749159752734L, "place-023", "device-000001", 3.52));
    }

    @Test
    void paymentsOfAllCustomersComeInTheOrderOfTheirTimes() {
        assertThat(STREAM.payments()).isSortedAccordingTo(Comparator.comparingLong(Payment::paidAt));
        assertThat(STREAM.payments().stream().limit(200).map(Payment::customer).distinct())
                .as("customers among the first 200 payments")
                .hasSizeGreaterThan(100);
        assertThat(STREAM.payments()).extracting(Payment::paymentId).doesNotHaveDuplicates();
    }

    @Test
    void customerPaysAFewTimesADayAndNeverTwiceAtOnce() {
        for (List<Payment> payments : BY_CUSTOMER.values()) {
            assertThat(payments).hasSizeBetween(270, 330);
            assertThat(payments).extracting(Payment::paidAt).doesNotHaveDuplicates();
            double days = (payments.get(payments.size() - 1).paidAt()
                            - payments.get(0).paidAt())
                    / 86_400_000.0;
            assertThat(payments.size() / days).as("payments per day").isBetween(1.6, 6.0);
        }
        assertThat(BY_CUSTOMER).hasSize(ENTITIES);
    }

    @Test
    void firstHundredPaymentsFollowOneSetOfHabits() {
        for (List<Payment> payments : BY_CUSTOMER.values()) {
            List<Payment> first = payments.subList(0, 100);
            assertThat(first.stream().map(Payment::place).distinct()).hasSizeBetween(1, 4);
            assertThat(first.stream().map(Payment::device).distinct()).hasSizeBetween(1, 3);
        }
        assertThat(STREAM.payments().stream().map(Payment::place).distinct())
                .as("places of all")
                .hasSizeBetween(190, 200);
    }

    @Test
    void oneCustomerInTenIsTakenOverOnceAndTheStylesTakeTurns() {
        assertThat(STREAM.takeovers()).hasSize(ENTITIES / 10);
        assertThat(STREAM.takeovers()).extracting(Takeover::customer).doesNotHaveDuplicates();
        Map<Style, Long> shares =
                STREAM.takeovers().stream().collect(Collectors.groupingBy(Takeover::style, Collectors.counting()));
        assertThat(shares).isEqualTo(Map.of(Style.GREEDY, 14L, Style.ORDINARY, 13L, Style.CAREFUL, 13L));
    }

    @Test
    void takeoverLiesBetweenTheCleanHistoryAndTheOwnersLastPayment() {
        for (Takeover takeover : STREAM.takeovers()) {
            List<Payment> payments = BY_CUSTOMER.getOrDefault(takeover.customer(), List.of());
            List<String> ids = payments.stream().map(Payment::paymentId).toList();
            int first = ids.indexOf(takeover.firstPaymentId());
            int last = ids.indexOf(takeover.lastPaymentId());
            assertThat(first).isGreaterThanOrEqualTo(HISTORY + 5);
            assertThat(last).isLessThan(payments.size() - 1);
            assertThat(last - first + 1).isEqualTo(takeover.events()).isBetween(10, 40);
            assertThat(payments.get(first).paidAt()).isEqualTo(takeover.from());
            assertThat(payments.get(last).paidAt()).isEqualTo(takeover.to());
        }
    }

    // A device belongs to one customer, so the payments themselves show who paid, whatever the labels say.
    @Test
    void onlyATakeoverUsesSomebodyElsesDevicesAndThenThoseOfItsAttacker() {
        Map<String, Takeover> takeovers =
                STREAM.takeovers().stream().collect(Collectors.toMap(Takeover::customer, takeover -> takeover));
        for (Payment payment : STREAM.payments()) {
            Takeover takeover = takeovers.get(payment.customer());
            boolean attacked =
                    takeover != null && payment.paidAt() >= takeover.from() && payment.paidAt() <= takeover.to();
            String expected = takeover != null && attacked && !takeover.copied().contains(Attribute.DEVICES)
                    ? takeover.attacker()
                    : payment.customer();
            assertThat(ownerOf(payment.device()))
                    .as("owner of the device of %s", payment)
                    .isEqualTo(expected);
        }
    }

    @Test
    void attackerIsAnotherCustomer() {
        Set<String> attackers = new HashSet<>();
        for (Takeover takeover : STREAM.takeovers()) {
            assertThat(takeover.attacker()).isNotEqualTo(takeover.customer());
            assertThat(BY_CUSTOMER).containsKey(takeover.attacker());
            attackers.add(takeover.attacker());
        }
        assertThat(attackers).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @CsvSource({
        "1,    300,    150, simulation.entities is 1",
        "400,  217,    150, ''",
        "400,  216,    150, simulation.eventsPerEntity is 216",
        "400,  200000, 150, simulation.eventsPerEntity is 200000",
        "400,  300,    -1,  simulation.historyEvents is -1"
    })
    void settingsThatLeaveNoRoomForATakeoverAreRefused(int entities, int events, int history, String message) {
        if (message.isEmpty()) {
            assertThat(new Simulation(entities, events, history, 1).run().takeovers())
                    .hasSize(40);
        } else {
            assertThatThrownBy(() -> new Simulation(entities, events, history, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(message)
                    .hasMessageContaining("write for example");
        }
    }

    @Test
    void amountsAreRoundedToCentsAndSpreadLikePrices() {
        List<Double> amounts =
                STREAM.payments().stream().map(Payment::amount).sorted().toList();

        assertThat(amounts)
                .allSatisfy(amount -> assertThat(amount * 100).isCloseTo(Math.rint(amount * 100), within(1e-6)));
        assertThat(amounts.get(amounts.size() / 2)).isBetween(20.0, 36.0);
    }

    private static String ownerOf(String device) {
        return Population.customer(Integer.parseInt(device.substring("device-".length())) % ENTITIES);
    }
}
