package dev.twinwatch.trainer.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.Table;
import dev.twinwatch.trainer.Watches;
import dev.twinwatch.trainer.history.HistoryReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EntityCheckTest {
    private static final Layout LAYOUT = Watches.of("{length: 4, minimum: 2}");

    @Test
    void entitiesWithTooFewEventsDoNotCountForWhatIsHeldBack() {
        assertThat(warnings(7, 3))
                .containsExactly(
                        "only 7 of 10 user have two windows of 4 events: from 8 on, some are held back to choose"
                                + " the limit on, and with tens it becomes good");
    }

    @Test
    void eightThatCanBeLearnedFromAreEnough() {
        assertThat(warnings(8, 2)).isEmpty();
    }

    /** Eight events are two windows of four and more. */
    private static List<String> warnings(int withEightEvents, int withOne) {
        List<String> rows = new ArrayList<>();
        for (int user = 0; user < withEightEvents + withOne; user++) {
            for (int i = 0; i < (user < withEightEvents ? 8 : 1); i++) {
                rows.add("u" + user + "," + i);
            }
        }
        Table table = Table.of("user,amount", rows.toArray(String[]::new));
        Findings findings = new Findings();

        new EntityCheck(LAYOUT, findings).look(HistoryReader.read(table, LAYOUT).entities(), LAYOUT, rows.size());

        return findings.report().warnings();
    }
}
