package dev.twinwatch.bench.quality.takeovers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.simulator.Payment;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one would otherwise pick notices a payment of 500 at night after 60 of about 10 at noon. */
final class RivalsTest {
    private static final long DAY = 86_400_000;
    private static final long NOON = DAY / 2;

    static List<Rival> rivals() {
        return List.of(new AmountScore(), new CutForest(1), new HalfSpaceTrees(1));
    }

    @ParameterizedTest
    @MethodSource("rivals")
    void aPaymentUnlikeAllBeforeScoresHigherThanOneLikeThem(Rival rival) {
        List<Payment> history = new ArrayList<>();
        for (int day = 0; day < 60; day++) {
            history.add(payment(day * DAY + NOON, "home", 10 + day % 5));
        }
        Payment usual = payment(60 * DAY + NOON, "home", 12);
        Payment strange = payment(60 * DAY, "far", 500);

        double ofUsual = rival.scores(new Scene(history, List.of(usual), 1, 1))[0];
        double ofStrange = rival.scores(new Scene(history, List.of(strange), 1, 1))[0];

        assertThat(ofStrange).isGreaterThan(ofUsual);
    }

    private static Payment payment(long at, String place, double amount) {
        return new Payment("p" + at, "ana", at, place, "phone", amount);
    }
}
