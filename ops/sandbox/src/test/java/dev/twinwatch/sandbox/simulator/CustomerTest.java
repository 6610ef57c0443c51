package dev.twinwatch.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerTest {
    private static final List<Customer> CUSTOMERS = new Simulation(400, 1000, 150, 5).drawCustomers(Draws.seeded(5));

    @Test
    void everyoneBeginsWithTwoToFourPlacesOneToThreeDevicesAndALevelForEachPlace() {
        for (Customer customer : CUSTOMERS) {
            Habits habits = customer.chapters().get(0);
            assertThat(habits.places()).hasSizeBetween(2, 4);
            assertThat(habits.devices()).hasSizeBetween(1, 3);
            assertThat(habits.amountLevels()).hasSameSizeAs(habits.places());
            assertThat(habits.hours().firstPeak()).isBetween(7.0, 13.0);
            assertThat(habits.hours().secondPeak()).isBetween(16.0, 23.0);
        }
        for (int count = 2; count <= 4; count++) {
            int places = count;
            assertThat(CUSTOMERS)
                    .filteredOn(customer -> customer.chapters().get(0).places().size() == places)
                    .as("customers with %d places", places)
                    .hasSizeBetween(100, 170);
        }
    }

    @Test
    void exactlyOneThingChangesEveryHundredPayments() {
        Map<Attribute, Integer> changes = new EnumMap<>(Attribute.class);
        for (Customer customer : CUSTOMERS) {
            assertThat(customer.chapters()).hasSize((customer.payments() + 99) / 100);
            for (int payment = 100; payment < customer.payments(); payment += 100) {
                Habits before = customer.habitsAt(payment - 1);
                Habits after = customer.habitsAt(payment);
                assertThat(customer.habitsAt(payment - 100)).isEqualTo(before);
                List<Attribute> changed = changed(before, after);
                assertThat(changed).as("changed at %d of %s", payment, customer).hasSize(1);
                changes.merge(changed.get(0), 1, Integer::sum);
            }
        }
        int all = changes.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(changes.values())
                .hasSize(4)
                .allSatisfy(count -> assertThat((double) count / all).isBetween(0.22, 0.28));
    }

    @Test
    void newDeviceWasNeverUsedByAnybodyBefore() {
        List<String> seen = new ArrayList<>();
        for (Customer customer : CUSTOMERS) {
            seen.addAll(customer.chapters().stream()
                    .flatMap(habits -> habits.devices().stream())
                    .distinct()
                    .toList());
            assertThat(customer.chapters().stream()
                            .map(Habits::devices)
                            .distinct()
                            .count())
                    .as("sets of devices of %s: one more for each device that was new", customer)
                    .isEqualTo(customer.chapters().stream()
                                    .flatMap(habits -> habits.devices().stream())
                                    .distinct()
                                    .count()
                            - customer.chapters().get(0).devices().size()
                            + 1);
        }
        assertThat(seen).doesNotHaveDuplicates();
    }

    // The size of the lists never changes, so a difference in one place is one element replaced.
    private static List<Attribute> changed(Habits before, Habits after) {
        List<Attribute> changed = new ArrayList<>();
        addPerDifference(changed, Attribute.PLACES, before.places(), after.places());
        addPerDifference(changed, Attribute.DEVICES, before.devices(), after.devices());
        addPerDifference(changed, Attribute.AMOUNTS, before.amountLevels(), after.amountLevels());
        addPerDifference(
                changed,
                Attribute.HOURS,
                List.of(before.hours().firstPeak(), before.hours().secondPeak()),
                List.of(after.hours().firstPeak(), after.hours().secondPeak()));
        return changed;
    }

    private static void addPerDifference(List<Attribute> changed, Attribute attribute, List<?> before, List<?> after) {
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < before.size(); i++) {
            if (!before.get(i).equals(after.get(i))) {
                changed.add(attribute);
            }
        }
    }
}
