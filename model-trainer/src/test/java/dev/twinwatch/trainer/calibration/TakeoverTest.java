package dev.twinwatch.trainer.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Hash64;
import dev.twinwatch.trainer.history.EntityHistory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/** Eve, who pays 500 at E at three in the morning, in the history of ana, who pays 7 at A in the afternoon. */
final class TakeoverTest {
    private static final int TIMES = 200;

    private Customers customers = new Customers(Customers.WATCH);

    @Test
    void theStretchBelongsToTheVictimAndIsOfHalfAWindowToTwo() {
        for (Takeover takeover : takeovers()) {
            assertThat(takeover.events()).allMatch(e -> e.entity().equals("ana"));
            assertThat(takeover.to() - takeover.from()).isBetween(2, 8);
            assertThat(takeover.from()).as("own history before it").isGreaterThanOrEqualTo(40);
            assertThat(takeover.events().size() - takeover.to()).isBetween(1, 4);
        }
    }

    @Test
    void anAttackerWithTwoEventsStandsInWithBoth() {
        EntityHistory ana = history("ana", 15, 7, "A");
        EntityHistory eve =
                new EntityHistory("eve", history("eve", 3, 500, "E").events().subList(0, 2));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);

        for (int i = 0; i < TIMES; i++) {
            Takeover takeover = Takeover.simulate(customers.layout(), ana, eve, random);

            assertThat(takeover.to() - takeover.from()).isEqualTo(2);
            assertThat(takeover.victim()).isEqualTo("ana");
            assertThat(takeover.attacker()).isEqualTo("eve");
        }
    }

    @Test
    void timesNeverGoBack() {
        for (Takeover takeover : takeovers()) {
            assertThat(takeover.events()).extracting(Event::time).isSorted();
        }
    }

    @Test
    void offsetsCountUpSoThatNothingIsTakenForAReplay() {
        for (Takeover takeover : takeovers()) {
            for (int i = 0; i < takeover.events().size(); i++) {
                assertThat(takeover.events().get(i).origin().offset()).isEqualTo(i);
            }
        }
    }

    @Test
    void allIsMovedByWholeDaysSoThatHoursAreKept() {
        Set<Long> hoursOfStretches = new HashSet<>();
        for (Takeover takeover : takeovers()) {
            Set<Long> hours = new HashSet<>();
            for (int i = 0; i < takeover.events().size(); i++) {
                boolean stretch = takeover.from() <= i && i < takeover.to();
                long hour = hourOf(takeover.events().get(i));
                if (stretch) {
                    hours.add(hour);
                } else {
                    assertThat(hour).isEqualTo(15);
                }
            }
            // the rhythm is either hers, or copied
            assertThat(hours).hasSize(1);
            hoursOfStretches.addAll(hours);
        }
        assertThat(hoursOfStretches).containsExactlyInAnyOrder(3L, 15L);
    }

    @Test
    void atLeastOneFieldStaysTheAttackersAndSometimesEachIsCopied() {
        Set<String> copied = new HashSet<>();
        for (Takeover takeover : takeovers()) {
            for (Event event : stretch(takeover)) {
                boolean amount = event.number(0) == 500;
                boolean place = event.category(0) == Hash64.of("E");
                boolean hour = hourOf(event) == 3;
                assertThat(amount || place || hour).isTrue();
                copied.add((amount ? "" : "amount ") + (place ? "" : "place ") + (hour ? "" : "hour"));
            }
        }
        assertThat(copied).contains("", "amount ", "place ", "hour", "amount place ");
    }

    @Test
    void whatIsAroundTheStretchIsTheVictimsOwn() {
        for (Takeover takeover : takeovers()) {
            List<Event> around = new ArrayList<>(takeover.events().subList(0, takeover.from()));
            around.addAll(
                    takeover.events().subList(takeover.to(), takeover.events().size()));
            assertThat(around).allMatch(e -> e.number(0) == 7 && e.category(0) == Hash64.of("A"));
        }
    }

    @Test
    void sequencesOfBothAreKeptApartThoughTheyHaveTheSameNames() {
        customers = new Customers(Customers.WATCH.replace("minimum: 2", "minimum: 2, by: session"));
        for (Takeover takeover : takeovers()) {
            Set<Long> own = new HashSet<>();
            List<Event> events = takeover.events();
            for (int i = 0; i < events.size(); i++) {
                if (i < takeover.from() || i >= takeover.to()) {
                    own.add(events.get(i).sequence());
                }
            }
            assertThat(stretch(takeover)).noneMatch(e -> own.contains(e.sequence()));
            assertThat(events.get(takeover.from() - 1).sequence())
                    .as("put in between two of the victim's")
                    .isNotEqualTo(events.get(takeover.to()).sequence());
        }
    }

    @Test
    void whereNumbersAreComparedWithTheirUsualSomeStretchesAreTheVictimsOwnWithLargerOnes() {
        customers = new Customers(Customers.WATCH + "  - {name: usual, field: amount, as: relative}\n");
        List<Takeover> own = takeovers().stream().filter(t -> !t.isByStranger()).toList();

        assertThat(own).as("a third of 200").hasSizeBetween(50, 85);
        for (Takeover takeover : own) {
            assertThat(takeover.larger()).allMatch(i -> takeover.events().get(i).number(0) >= 14);
            assertThat(takeover.between())
                    .allMatch(i -> takeover.events().get(i).number(0) == 7);
            assertThat(takeover.larger().size() + takeover.between().size()).isEqualTo(takeover.to() - takeover.from());
        }
        assertThat(takeovers())
                .filteredOn(Takeover::isByStranger)
                .allMatch(t -> t.larger().isEmpty());
    }

    private List<Takeover> takeovers() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
        EntityHistory ana = history("ana", 15, 7, "A");
        EntityHistory eve = history("eve", 3, 500, "E");
        List<Takeover> takeovers = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            takeovers.add(Takeover.simulate(customers.layout(), ana, eve, random));
        }
        return takeovers;
    }

    /** A hundred events, one a day, five to a session. */
    private EntityHistory history(String who, int hour, double amount, String place) {
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            events.add(
                    customers.event(who, i * Customers.DAY + hour * Customers.HOUR, amount, place, "session-" + i / 5));
        }
        return new EntityHistory(who, events);
    }

    private static List<Event> stretch(Takeover takeover) {
        return takeover.events().subList(takeover.from(), takeover.to());
    }

    private static long hourOf(Event event) {
        return event.time() % Customers.DAY / Customers.HOUR;
    }
}
