package dev.twinwatch.trainer.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.EventReader;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.engine.features.Reading;
import dev.twinwatch.engine.watch.Rates;
import dev.twinwatch.trainer.Watches;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DaysTest {
    private static final Layout LAYOUT = Watches.of("{length: 4}", "time: {field: at, unit: seconds}");
    private static final long DAY = 86_400;

    private final Days days = new Days();

    @Test
    void entityCountsOnceADayHoweverManyEventsItHas() {
        // four days: ana thrice each day, bob once on two of them
        for (int day = 0; day < 4; day++) {
            look("ana", day * DAY);
            look("ana", day * DAY + 100);
            look("ana", day * DAY + 200);
            if (day % 2 == 0) {
                look("bob", day * DAY + 300);
            }
        }

        assertThat(days.usual()).contains(new Rates(14 / 4.0, 6 / 4.0));
    }

    @Test
    void dayThatHasHardlyBegunDoesNotCountWhereThereAreManyBeforeIt() {
        for (int day = 0; day < 9; day++) {
            look("ana", day * DAY);
            look("bob", day * DAY + 50_000);
        }
        look("ana", 9 * DAY);

        assertThat(days.usual()).contains(new Rates(2, 2));
    }

    @Test
    void anAbsurdTimeChangesNothing() {
        for (int event = 0; event < 4_000; event++) {
            look("ana", event * DAY / 100);
        }
        look("ana", -9_000 * DAY);

        assertThat(days.usual()).contains(new Rates(100, 1));
    }

    @Test
    void oneDayIsNoUsualOne() {
        look("ana", 0);
        look("ana", DAY - 1);

        assertThat(days.usual()).isEmpty();
        assertThat(new Days().usual()).isEmpty();
    }

    private void look(String user, long seconds) {
        Map<String, Object> fields = Map.of("user", user, "at", 1_767_225_600 + seconds, "amount", 1);
        Reading reading = new EventReader(LAYOUT).read(fields::get, new Origin("t", 0, 1, false));
        Event event = ((Reading.Understood) reading).event();
        days.look(event);
    }
}
