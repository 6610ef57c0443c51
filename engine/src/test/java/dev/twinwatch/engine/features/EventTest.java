package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.TestEvents;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Events made of others, of which simulated takeovers consist. */
final class EventTest {
    private static final TestEvents EVENTS = TestEvents.ofWatch("""
            watch: cards
            entity: who
            time: {field: at, unit: micros}
            id: id
            sequence: {length: 8, by: session}
            features:
              - {name: amount, field: amount, as: number}
              - {name: tip, field: tip, as: number}
              - {name: place, field: terminal, as: category}
              - {name: device, field: device, as: category}
            """);

    private final Event attackers = event("eve", "tx-1", 10, "s1", 500, 50, "t-1", "d-1");
    private final Event victims = event("ana", "tx-2", 20, "s2", 7, 1, "t-2", "d-2");

    @Test
    void aCopyingEventHasTheCopiedFieldsOfTheOther() {
        // numbers first: amount 0, tip 1, terminal 2, device 3
        Event mixed = attackers.copying(victims, bits(1, 2));

        assertThat(mixed.number(0)).isEqualTo(500f);
        assertThat(mixed.number(1)).isEqualTo(1f);
        assertThat(mixed.category(0)).isEqualTo(Hash64.of("t-2"));
        assertThat(mixed.category(1)).isEqualTo(Hash64.of("d-1"));
    }

    @Test
    void aCopyingEventStaysItselfInAllElse() {
        Event mixed = attackers.copying(victims, bits(0, 1, 2, 3));

        assertThat(mixed.entity()).isEqualTo("eve");
        assertThat(mixed.id()).isEqualTo("tx-1");
        assertThat(mixed.origin()).isEqualTo(attackers.origin());
        assertThat(mixed.time()).isEqualTo(10);
        assertThat(mixed.sequence()).isEqualTo(Hash64.of("s1"));
    }

    @Test
    void bitsBeyondTheFieldsCopyNothing() {
        assertThat(attackers.copying(victims, bits(4, 5)))
                .usingRecursiveComparison()
                .isEqualTo(attackers);
    }

    @Test
    void copyingChangesNeitherOfTheTwo() {
        attackers.copying(victims, bits(0, 1, 2, 3));

        assertThat(attackers.number(0)).isEqualTo(500f);
        assertThat(attackers.category(0)).isEqualTo(Hash64.of("t-1"));
        assertThat(victims.number(0)).isEqualTo(7f);
        assertThat(victims.category(0)).isEqualTo(Hash64.of("t-2"));
    }

    @Test
    void aMovedEventHasItsFieldsUnderAnotherNameAndTime() {
        Origin origin = new Origin("simulated", 0, 3, false);

        Event moved = attackers.movedTo("ana", origin, 30, 99);

        assertThat(moved.entity()).isEqualTo("ana");
        assertThat(moved.origin()).isEqualTo(origin);
        assertThat(moved.time()).isEqualTo(30);
        assertThat(moved.sequence()).isEqualTo(99);
        assertThat(moved.id()).isEqualTo("tx-1");
        assertThat(moved.number(0)).isEqualTo(500f);
        assertThat(moved.number(1)).isEqualTo(50f);
        assertThat(moved.category(0)).isEqualTo(Hash64.of("t-1"));
        assertThat(moved.category(1)).isEqualTo(Hash64.of("d-1"));
    }

    private static Event event(
            String entity, String id, int at, String session, int amount, int tip, String terminal, String device) {
        return EVENTS.next(
                entity,
                "id",
                id,
                "at",
                at,
                "session",
                session,
                "amount",
                amount,
                "tip",
                tip,
                "terminal",
                terminal,
                "device",
                device);
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
