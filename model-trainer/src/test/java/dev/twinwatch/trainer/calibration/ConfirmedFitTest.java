package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.cases.Finding;
import dev.twinwatch.engine.cases.LabelledValues;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.evidence.Fusion;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.engine.features.Scaling;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.network.EncoderSpec;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Frauds that nobody could tell by behaviour: each customer's usual amount, at a shop where frauds were confirmed before. */
final class ConfirmedFitTest {
    private static final int CUSTOMERS = 6;

    private final Customers customers = new Customers(
            Customers.WATCH + "  - {name: bad-place, field: place, as: confirmed-fraud, within: 60d, known-for: 1d}\n");
    private final LabelledValues labels = new LabelledValues(customers.layout());
    private final List<EntityHistory> histories =
            IntStream.range(0, CUSTOMERS).mapToObj(this::history).toList();

    @Test
    void enoughConfirmedFraudsBecomeAnAlternativeThatLooksAtThem() {
        Fusion fusion = fused(confirmed(4));

        List<Fusion.Alternative> all = fusion.alternatives();
        int frauds = fusion.names().indexOf("frauds bad-place");
        assertThat(all).hasSize(2);
        assertThat(all.get(1).weights().subList(frauds, frauds + 3)).anyMatch(weight -> weight > 0);
    }

    @Test
    void ofTooFewConfirmedFraudsNothingIsLearnedAndThatIsSaid() {
        Confirmed few = confirmed(3);

        Fusion fusion = fused(few);

        assertThat(few.shortfall())
                .contains("18 confirmed frauds of 6 entities are too few to learn how frauds look: from 20 frauds of 5"
                        + " entities on, the limit looks for these too");
        assertThat(fusion.alternatives()).hasSize(1);
    }

    @Test
    void withoutAnyLabelNothingIsMissing() {
        assertThat(Confirmed.NONE.shortfall()).isEmpty();
    }

    private Fusion fused(Confirmed confirmed) {
        EncoderSpec spec = EncoderSpec.bag(4, 1, List.of(4), 8);
        ModelFit fit = new ModelFit(
                customers.layout(),
                histories,
                new Rehearsal(customers.layout(), histories, List.of(), confirmed.labels()),
                confirmed);
        EvidenceModel placed = fit.ratios(Scaling.none(1), spec, Customers.randomWeights(spec), 25);
        return fit.fused(placed, fit.apart(placed)).fusion();
    }

    /** So many of each customer, from day 60 on, at a shop where the first was confirmed at once. */
    private Confirmed confirmed(int each) {
        labels.add(List.of(Hash64.of("bad")), new Finding(55 * Customers.DAY, 55 * Customers.DAY, true));
        List<Confirmed.Defrauded> defrauded = new ArrayList<>();
        for (int c = 0; c < CUSTOMERS; c++) {
            Recent recent = new Recent(customers.layout());
            histories.get(c).newest(120).stream()
                    .filter(event -> event.time() < 60 * Customers.DAY)
                    .forEach(recent::append);
            List<Window> windows = new ArrayList<>();
            for (int f = 0; f < each; f++) {
                recent.append(customers.event("c" + c, (60 + f) * Customers.DAY, 10.0 * c, "bad", "s"), labels);
                windows.add(recent.window().copy());
            }
            defrauded.add(new Confirmed.Defrauded(histories.get(c), windows));
        }
        return new Confirmed(labels, defrauded);
    }

    private EntityHistory history(int customer) {
        Random random = new Random(customer);
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 240; i++) {
            double amount = 10 * customer + random.nextGaussian();
            String place = "abc".substring(customer % 3, customer % 3 + 1);
            events.add(customers.event("c" + customer, i * Customers.DAY / 2, amount, place, "s"));
        }
        return new EntityHistory("c" + customer, events);
    }
}
