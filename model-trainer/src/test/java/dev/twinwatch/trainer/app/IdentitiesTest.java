package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.EntityHistory;
import dev.twinwatch.trainer.history.HistoryReader;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Five cards a to e, of which pairs say which are of one person. */
final class IdentitiesTest {
    @Test
    void entitiesThatAreAlikeThroughOthersAreOnePerson() {
        Identities identities = Identities.of(List.of(alike("a", "b"), alike("c", "b"), unlike("a", "d")));

        assertThat(identities.personOf("c")).isEqualTo(identities.personOf("a"));
        assertThat(identities.personOf("b")).isEqualTo(identities.personOf("a"));
        assertThat(identities.personOf("d")).isEqualTo("d");
        assertThat(identities.personOf("never-mentioned")).isEqualTo("never-mentioned");
    }

    @Test
    void whereAPairContradictsOthersEveryEntityStaysByItself() {
        Identities identities = Identities.of(List.of(alike("a", "b"), alike("b", "c"), unlike("a", "c")));

        assertThat(List.of(identities.personOf("a"), identities.personOf("b"), identities.personOf("c")))
                .containsExactly("a", "b", "c");
    }

    @Test
    void pairsWithinOneEntityJoinNothing() {
        Identities identities = Identities.of(List.of(alike("a", "a"), unlike("a", "b")));

        assertThat(identities.personOf("a")).isEqualTo("a");
        assertThat(identities.personOf("b")).isEqualTo("b");
    }

    @Test
    void onePersonHasTheEventsOfAllItsEntitiesOneAfterTheOther() {
        Layout layout = Watches.of("{length: 4, minimum: 2, gap: 10}", "time: {field: at, unit: ordinal}");
        List<EntityHistory> cards = history(layout, "user,at,amount", "a,5,1", "b,3,2", "a,6,3", "b,4,4", "c,1,5");

        List<EntityHistory> people = Identities.of(List.of(alike("a", "b"))).people(cards, layout);

        assertThat(people).extracting(EntityHistory::entity).containsExactly("a", "c");
        List<Event> events = people.get(0).events();
        assertThat(events).extracting(Event::entity).containsOnly("a");
        assertThat(events).extracting(e -> e.number(0)).containsExactly(1f, 3f, 2f, 4f);
        // moved behind the pause that begins a new sequence, in steps of one
        assertThat(events).extracting(Event::time).containsExactly(5L, 6L, 17L, 18L);
    }

    @Test
    void sequencesOfTwoEntitiesStayApartThoughTheyHaveTheSameName() {
        Layout layout = Watches.of("{length: 4, minimum: 2, by: session}");
        List<EntityHistory> cards = history(layout, "user,session,amount", "a,s,1", "a,s,1", "b,s,2", "b,s,2");

        List<EntityHistory> people = Identities.of(List.of(alike("a", "b"))).people(cards, layout);

        assertThat(people.get(0).windows(layout, 4)).hasSize(2);
    }

    private static List<EntityHistory> history(Layout layout, String header, String... rows) {
        return HistoryReader.read(Table.of(header, rows), layout).entities();
    }

    private static Identities.Link alike(String left, String right) {
        return new Identities.Link(left, right, true);
    }

    private static Identities.Link unlike(String left, String right) {
        return new Identities.Link(left, right, false);
    }
}
