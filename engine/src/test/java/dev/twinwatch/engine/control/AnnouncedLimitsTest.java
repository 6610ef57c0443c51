package dev.twinwatch.engine.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The trained limit is 2. Limits hold from the second of an event on. */
final class AnnouncedLimitsTest {
    private static final long SECOND = 1_000_000;

    private final AnnouncedLimits limits = new AnnouncedLimits(true);

    @Test
    void aLimitHoldsFromItsTimeOnAndForItsModelAlone() {
        limits.announce(limit(3, 60, "m1", null));

        assertThat(limits.at("m1", 2, 60 * SECOND - 1)).isEqualTo(2);
        assertThat(limits.at("m1", 2, 60 * SECOND)).isEqualTo(3);
        assertThat(limits.at("m2", 2, 60 * SECOND)).isEqualTo(2);
        assertThat(limits.newest("m1")).hasValue(3);
        assertThat(limits.newest("m2")).isEmpty();
    }

    @Test
    void beforeItsTimeHoldsTheOneThatItSaysSoThatARestartChangesNothing() {
        limits.announce(limit(3, 60, "m1", null));
        limits.announce(limit(4, 120, "m1", 3.0));
        AnnouncedLimits restarted = new AnnouncedLimits(true);
        restarted.announce(limit(4, 120, "m1", 3.0));

        assertThat(limits.at("m1", 2, 119 * SECOND)).isEqualTo(3);
        assertThat(restarted.at("m1", 2, 119 * SECOND)).isEqualTo(3);
        assertThat(restarted.at("m1", 2, 120 * SECOND)).isEqualTo(4);
    }

    @Test
    void whatIsTakenBackHoldsNoLonger() {
        limits.announce(limit(3, 60, "m1", null));

        limits.takeBack();

        assertThat(limits.at("m1", 2, 60 * SECOND)).isEqualTo(2);
    }

    @Test
    void whatCannotHoldIsRefused() {
        assertThatThrownBy(() -> limits.announce(limit(3, 60, null, null)))
                .hasMessage(
                        "limit 3.0 of cohort all for model null cannot hold: expected a number, the cohort `all` and"
                                + " the SHA-256 of a bundle");
        assertThatThrownBy(() -> limits.announce(limit(Double.NaN, 60, "m1", null)))
                .hasMessageStartingWith("limit NaN of cohort all for model m1 cannot hold");
        assertThatThrownBy(() -> limits.announce(new Limits("new", 3.0, Instant.EPOCH, "m1", null)))
                .hasMessageStartingWith("limit 3.0 of cohort new for model m1 cannot hold");
    }

    private static Limits limit(double limit, long second, @Nullable String model, @Nullable Double before) {
        return new Limits("all", limit, Instant.ofEpochSecond(second), model, before);
    }
}
