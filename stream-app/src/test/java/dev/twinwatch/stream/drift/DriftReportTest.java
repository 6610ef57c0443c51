package dev.twinwatch.stream.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.drift.Drift;
import dev.twinwatch.engine.drift.Moved;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DriftReportTest {
    private static final Drift DRIFT = new Drift(
            1200,
            List.of(
                    new Moved("evidence", 0.01, Optional.empty()),
                    new Moved("amount", 0.41, Optional.of(new Moved.Strange(Moved.Kind.OUT_OF_RANGE, 0.12, 0.002))),
                    new Moved("place", 0.3, Optional.of(new Moved.Strange(Moved.Kind.UNKNOWN, 0.25, 0.01)))),
            0.2,
            0.3);

    @Test
    void theLineSaysWhatMovedFurthestAndThenEverything() {
        assertThat(report(3, 1).line())
                .isEqualTo(
                        "2026-01-05: 1200 genuine events under model 0123456789ab, amount moved furthest with a stability"
                                + " index of 0.41 (significant); evidence 0.01; amount 0.41, 12.0 % out of range where 0.2 % is usual;"
                                + " place 0.30, 25.0 % never seen in training where 1.0 % is usual; 20.0 % of events went into"
                                + " references where 30.0 % is usual; 3 of 4 judged alerts were fraud");
    }

    @Test
    void precisionIsKnownOnceAnAlertWasJudged() {
        assertThat(report(3, 1).precision()).hasValue(0.75);
        assertThat(report(0, 0).precision()).isEmpty();
        assertThat(report(0, 0).line()).endsWith("no alert was judged");
    }

    private static DriftReport report(long frauds, long legitimate) {
        return new DriftReport(LocalDate.parse("2026-01-05"), "0123456789abcdef", DRIFT, frauds, legitimate);
    }
}
