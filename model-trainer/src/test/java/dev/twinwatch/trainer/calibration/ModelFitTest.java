package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who may take part in what a model is fitted to: 20 customers who each pay an amount of their own. */
final class ModelFitTest {
    private static final int ALL = 20;

    private final Customers customers = new Customers(Customers.WATCH);
    private final List<EntityHistory> histories =
            IntStream.range(0, ALL).mapToObj(this::history).toList();

    @Test
    void whoTakesOverIsNotInTheCohortThatCalibrates() {
        List<EntityHistory> heldOut = histories.subList(0, 8);
        Takeover takeover = new Takeover("c0", "c1", heldOut.get(0).events(), 20, 28, List.of());

        EvidenceModel model = placed(fit(heldOut, List.of(takeover)));

        List<Long> cohort = Arrays.stream(model.cohort().entities()).boxed().toList();
        assertThat(cohort).hasSize(ALL - 1).doesNotContain(Hash64.of("c1")).contains(Hash64.of("c0"));
    }

    @Test
    void halvesOfThoseHeldOutJudgeRatiosThatWereFittedWithoutThem() {
        ModelFit fit = fit(histories.subList(0, 8), List.of());

        List<ModelFit.Apart> apart = fit.apart(placed(fit));

        assertThat(apart)
                .extracting(half -> names(half.judges()))
                .containsExactly(List.of("c0", "c2", "c4", "c6"), List.of("c1", "c3", "c5", "c7"));
        for (ModelFit.Apart half : apart) {
            List<Long> judges = names(half.judges()).stream().map(Hash64::of).toList();
            assertThat(half.placed().cohort().entities()).hasSize(ALL - 4);
            assertThat(Arrays.stream(half.placed().cohort().entities()).boxed()).doesNotContainAnyElementsOf(judges);
        }
    }

    @Test
    void fewerThanEightHeldOutJudgeTogether() {
        ModelFit fit = fit(histories.subList(0, 7), List.of());
        EvidenceModel placed = placed(fit);

        assertThat(fit.apart(placed)).singleElement().satisfies(whole -> {
            assertThat(whole.placed()).isSameAs(placed);
            assertThat(names(whole.judges())).hasSize(7);
        });
    }

    private static List<String> names(Rehearsal rehearsal) {
        return rehearsal.honest().stream().map(EntityHistory::entity).toList();
    }

    private ModelFit fit(List<EntityHistory> heldOut, List<Takeover> takeovers) {
        return new ModelFit(customers.layout(), histories, new Rehearsal(customers.layout(), heldOut, takeovers));
    }

    private static EvidenceModel placed(ModelFit fit) {
        EncoderSpec spec = EncoderSpec.bag(4, 1, List.of(4), 2);
        return fit.ratios(Scaling.none(1), spec, Customers.randomWeights(spec), 25);
    }

    private EntityHistory history(int customer) {
        String name = "c" + customer;
        Random random = new Random(customer);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            events.add(customers.event(name, i * Customers.HOUR, customer + random.nextGaussian(), "a", "s"));
        }
        return new EntityHistory(name, events);
    }
}
