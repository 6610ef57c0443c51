package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sequences are written as entity/name and the number of their events. */
final class NamedSequenceTest {
    private static final Layout BY_SESSION = Watches.of("{length: 4, by: session}");
    private static final Layout GAPS = Watches.of("{length: 4, gap: 10}", "time: {field: at, unit: ordinal}");

    private final List<String> problems = new ArrayList<>();

    @Test
    void valueOfTheFieldNamesTheSequenceWithinItsEntity() {
        Table table = Table.of("user,session,amount", "ana,s1,0", "bob,s1,0", "ana,s2,0", "ana,s1,0");

        assertThat(read(table, BY_SESSION)).containsExactly("ana/s1:2", "bob/s1:1", "ana/s2:1");
    }

    @Test
    void withoutFieldAndGapAllEventsOfAnEntityAreItsFirstSequence() {
        Table table = Table.of("user,at,amount", "ana,1,0", "bob,5,0", "ana,900,0");

        assertThat(read(table, Watches.positions())).containsExactly("ana/1:2", "bob/1:1");
    }

    @Test
    void pauseLongerThanTheGapStartsTheNextNumberOfThatEntityAlone() {
        Table table = Table.of("user,at,amount", "ana,1,0", "bob,1,0", "ana,11,0", "ana,22,0", "bob,2,0", "ana,40,0");

        assertThat(read(table, GAPS)).containsExactly("ana/1:2", "bob/1:2", "ana/2:1", "ana/3:1");
    }

    @Test
    void eventThatIsLateStartsNoSequenceAndDoesNotTurnTheClockBack() {
        Table table = Table.of("user,at,amount", "ana,20,0", "ana,3,0", "ana,30,0");

        assertThat(read(table, GAPS)).containsExactly("ana/1:3");
    }

    @Test
    void withoutTimeThereAreNoPauses() {
        Table table = Table.of("user,amount", "ana,0", "ana,0");

        assertThat(read(table, Watches.of("{length: 4, gap: 1}"))).containsExactly("ana/1:2");
    }

    @Test
    void rowsThatAreNoEventsAreToldAndLeftOut() {
        Table table = Table.of("user,session,amount", "ana,s1,0", "ana,,0", "ana,s1", "ana,s1,much");

        assertThat(read(table, BY_SESSION)).containsExactly("ana/s1:1");
        assertThat(problems)
                .containsExactly(
                        "t.csv row 2: field session (sequence by) is missing",
                        "t.csv row 3 has 2 cells",
                        "t.csv row 4: field amount is 'much', expected a number");
    }

    @Test
    void sourceWithoutEventsIsRefused() {
        assertThatThrownBy(() -> read(Table.of("user,session,amount"), BY_SESSION))
                .isInstanceOf(HistoryException.class)
                .hasMessage("t.csv has no event of watch tests: compare the fields of the watch with the data");
    }

    private List<String> read(Table table, Layout layout) {
        return NamedSequence.read(table, layout, (problem, record) -> problems.add(problem)).stream()
                .map(s -> s.fullName() + ":" + s.events().size())
                .toList();
    }
}
