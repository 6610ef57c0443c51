package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Histories of twelve events of amount 0, and the same with four events of amount 6 after them. */
final class RehearsalTest {
    private final Customers customers = new Customers(Customers.WATCH);
    private final Rehearsal rehearsal = new Rehearsal(
            customers.layout(),
            List.of(honest("ana"), honest("bob"), honest("eve")),
            List.of(takeover("ana", "bob", 4), takeover("bob", "eve", 4), takeover("eve", "ana", 4)));

    @Test
    void whatEntitiesHaveNoPartInHasThemNeitherAsVictimsNorAsAttackers() {
        Measured measured = rehearsal.without(Set.of("ana")).measure(customers.comparingAmounts());

        assertThat(measured.takeovers()).as("bob by eve").isEqualTo(1);
        assertThat(measured.honestEvents()).as("one of each of two").isEqualTo(2);
    }

    @Test
    void whatHappensToAnEntityIsItsOwnHistoryAndTheTakeoversOfIt() {
        Measured measured = rehearsal.of(Set.of("ana")).measure(customers.comparingAmounts());

        assertThat(measured.takeovers()).as("ana by bob").isEqualTo(1);
        assertThat(measured.caught()).isEqualTo(1);
        assertThat(measured.honestEvents()).isEqualTo(1);
        assertThat(measured.falseAlerts()).isZero();
        assertThat(measured.equalErrorRate()).isZero();
    }

    @Test
    void twoHalvesAddUpToTheWhole() {
        Measured one = rehearsal.of(Set.of("ana")).measure(customers.comparingAmounts());
        Measured rest = rehearsal.of(Set.of("bob", "eve")).measure(customers.comparingAmounts());

        assertThat(one.plus(rest)).isEqualTo(rehearsal.measure(customers.comparingAmounts()));
    }

    @Test
    void aStretchOfTwoEventsGivesInputsToo() {
        Rehearsal brief = new Rehearsal(customers.layout(), List.of(), List.of(takeover("ana", "bob", 2)));

        assertThat(brief.inputs(customers.comparingAmounts()).strangers().get(0).taken())
                .hasSize(1);
    }

    @Test
    void eventsThatOnlyGrewAreNoStrangersAndEachSpeaksForItself() {
        Takeover grown = new Takeover("ana", "ana", events("ana", 4), 12, 16, List.of(13, 15));
        Rehearsal grew = new Rehearsal(customers.layout(), List.of(), List.of(grown, takeover("bob", "eve", 4)));

        Rehearsal.Rehearsed inputs = grew.inputs(customers.comparingAmounts());
        assertThat(inputs.strangers().get(0).taken()).as("of bob").hasSize(3);
        Shown larger = inputs.larger();
        assertThat(larger.taken()).as("those whose amount grew").hasSize(2);
        assertThat(larger.honest()).as("those in between").hasSize(2);
        assertThat(grew.attackers()).containsExactly("eve");
    }

    private EntityHistory honest(String who) {
        return new EntityHistory(who, events(who, 0));
    }

    private Takeover takeover(String victim, String attacker, int stretch) {
        return new Takeover(victim, attacker, events(victim, stretch), 12, 12 + stretch, List.of());
    }

    private List<Event> events(String who, int others) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 12 + others; i++) {
            events.add(customers.event(who, i, i < 12 ? 0 : 6, "a", "s"));
        }
        return events;
    }
}
