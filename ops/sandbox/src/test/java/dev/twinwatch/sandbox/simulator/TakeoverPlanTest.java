package dev.twinwatch.sandbox.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TakeoverPlanTest {
    private static final int HISTORY = 150;
    private static final List<TakeoverPlan> PLANS = List.copyOf(TakeoverPlan.drawAll(
                    new Simulation(3000, 300, HISTORY, 3).drawCustomers(Draws.seeded(3)), 10, HISTORY, Draws.seeded(4))
            .values());

    // 400 draws for each style; the deviation of their share is at most .025.
    @ParameterizedTest
    @CsvSource({"GREEDY, 0.1", "ORDINARY, 0.4", "CAREFUL, 0.7"})
    void attributesAreCopiedAsOftenAsTheStyleSays(Style style, double share) {
        List<TakeoverPlan> plans =
                PLANS.stream().filter(plan -> plan.style() == style).toList();

        double copied = plans.stream().mapToInt(plan -> plan.copied().size()).sum() / (4.0 * plans.size());

        assertThat(plans).hasSize(100);
        assertThat(copied).isCloseTo(share, within(0.05));
    }

    // With probability .7 for each of 4 attributes, all are copied with .24; the deviation of 100 draws is .043.
    @Test
    void everyAttributeIsCopiedAsOftenAsIndependentDrawsWould() {
        long all = PLANS.stream()
                .filter(plan -> plan.style() == Style.CAREFUL && plan.copied().size() == 4)
                .count();

        assertThat(all / 100.0).isCloseTo(0.24, within(0.1));
    }

    @Test
    void copiedAttributesAreTheVictimsAndTheOthersTheAttackers() {
        for (TakeoverPlan plan : PLANS) {
            Habits victims = plan.victim().habitsAt(plan.start());
            Habits attackers = plan.attacker().habitsAt(plan.start());
            assertThat(plan.habits().places())
                    .isEqualTo((plan.copied().contains(Attribute.PLACES) ? victims : attackers).places());
            assertThat(plan.habits().devices())
                    .isEqualTo((plan.copied().contains(Attribute.DEVICES) ? victims : attackers).devices());
            assertThat(plan.habits().amountLevels())
                    .isEqualTo((plan.copied().contains(Attribute.AMOUNTS) ? victims : attackers).amountLevels());
            assertThat(plan.habits().hours())
                    .isEqualTo((plan.copied().contains(Attribute.HOURS) ? victims : attackers).hours());
            assertThat(plan.habits().equals(victims)).isEqualTo(plan.copied().size() == Attribute.values().length);
        }
    }
}
