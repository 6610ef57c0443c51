package dev.twinwatch.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BudgetTest {
    private static final Optional<Rates> DAYS = Optional.of(new Rates(5_000, 400));

    @Test
    void aBudgetCountsByEventsDaysOrEntities() {
        assertThat(Budget.parse("1 per 10000 events")).contains(new Budget(1e-4, Budget.Per.EVENT));
        assertThat(Budget.parse("20 per day")).contains(new Budget(20, Budget.Per.DAY));
        assertThat(Budget.parse("1.5 per 1000 entities per day")).contains(new Budget(.0015, Budget.Per.ENTITY_A_DAY));
    }

    @Test
    void whatIsNoBudgetIsNone() {
        for (String text :
                new String[] {"", "20", "20 a day", "0 per day", "1 per 0 events", "2 per 1 events", "-1 per day"}) {
            assertThat(Budget.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void itIsWrittenAsAWatchHasIt() {
        for (String text : new String[] {
            "1 per 10000 events",
            "20 per day",
            "0.5 per day",
            "1 per 150 events",
            "1 per 1000 entities per day",
            "1500 per 1000000 entities per day"
        }) {
            assertThat(Budget.parse(text).map(Budget::text)).contains(text);
        }
    }

    @Test
    void perEventItIsThatOfAUsualDay() {
        assertThat(new Budget(1e-4, Budget.Per.EVENT).perEvent(Optional.empty()))
                .isEqualTo(1e-4);
        assertThat(new Budget(20, Budget.Per.DAY).perEvent(DAYS)).isEqualTo(20 / 5_000.0);
        assertThat(new Budget(.001, Budget.Per.ENTITY_A_DAY).perEvent(DAYS)).isEqualTo(.4 / 5_000);
    }

    @Test
    void withoutDaysOnlyEventsCanBeCounted() {
        assertThatThrownBy(() -> new Budget(20, Budget.Per.DAY).perEvent(Optional.empty()))
                .hasMessage(
                        "alerts.budget counts by days, and of these events it is not known how many come on a day: write"
                                + " `1 per 10000 events`, or train with a history of two days or more whose time has a calendar");
    }

    @Test
    void anAlertAtEveryEventIsRefused() {
        assertThatThrownBy(() -> new Budget(5_000, Budget.Per.DAY).perEvent(DAYS))
                .hasMessage("alerts.budget is 5000.0 alerts a day, the history has 5000.0 events a day: ask for fewer");
    }
}
