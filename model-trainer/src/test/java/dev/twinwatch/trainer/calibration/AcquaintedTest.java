package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Ana, known by sixteen events of amount 0, pays 0 twice more and is taken over by two strangers, windows of four events. */
final class AcquaintedTest {
    private final Customers customers = new Customers(Customers.WATCH);
    private final Scorer scorer = new Scorer(customers.comparingAmounts());
    private final int averages = scorer.model().fusion().names().indexOf("averages");
    private final Known ana = new Known(new EntityHistory("ana", amounts(24, 0)), 16);
    private final Acquainted acquainted = new Acquainted(List.of(ana), List.of(takeover("bob"), takeover("eve")));

    @Test
    void whatCameAfterTheLessonIsComparedWithWhatTaught() {
        Shown shown = acquainted.shown(scorer);

        assertThat(shown.honest()).hasSize(2).allMatch(inputs -> inputs[averages] < 0);
        assertThat(shown.taken()).hasSize(2).allMatch(inputs -> inputs[averages] > 0);
    }

    @Test
    void takeoversBySomeStrangersLeaveTheHonestAsTheyAre() {
        Acquainted byEve = acquainted.attackedBy(Set.of("eve")::contains);

        assertThat(byEve.takeovers()).extracting(Takeover::attacker).containsExactly("eve");
        assertThat(byEve.shown(scorer).honest()).hasSize(2);
        assertThat(byEve.shown(scorer).taken()).hasSize(1);
    }

    private Takeover takeover(String attacker) {
        List<Event> events = amounts(4, 0);
        events.addAll(amounts(4, 6));
        return new Takeover("ana", attacker, events, 4, 8, List.of());
    }

    private List<Event> amounts(int count, double amount) {
        return new ArrayList<>(IntStream.range(0, count)
                .mapToObj(i -> customers.event("ana", i, amount, "a", "s"))
                .toList());
    }
}
