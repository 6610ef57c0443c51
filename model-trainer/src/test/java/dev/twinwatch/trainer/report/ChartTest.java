package dev.twinwatch.trainer.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The frame reaches from x 62 to 544 and from y 294, the bottom, to 14. */
final class ChartTest {
    private final Chart chart = new Chart(Axis.even("batches", 0, 100), Axis.percent("error, percent", 1));

    @Test
    void pointsOfALineLieWhereTheAxesPutThem() {
        chart.path(0, "evidence", List.of(new double[] {0, 0}, new double[] {50, .5}, new double[] {100, 1}));

        assertThat(chart.toString()).contains("points=\"62.0,294.0 303.0,154.0 544.0,14.0\"", "evidence</li>");
    }

    @Test
    void pointsThatLieOnEachOtherAreDrawnOnceAndTheLastAlways() {
        chart.path(0, "many", List.of(new double[] {0, 0}, new double[] {.01, 0}, new double[] {.02, 0}, new double[] {
            .05, 0
        }));

        assertThat(chart.toString()).contains("points=\"62.0,294.0 62.2,294.0\"");
    }

    @Test
    void valuesBeyondAnAxisLieOnItsEnd() {
        chart.dot(1, 200, -3);

        assertThat(chart.toString()).contains("transform=\"translate(544.0 294.0)\"");
    }

    @Test
    void namesAreTextWhateverStandsInThem() {
        chart.named(2, "<script>alert('a & \"b\"')</script>");

        assertThat(chart.toString())
                .doesNotContain("<script>")
                .contains("&lt;script&gt;alert(&#39;a &amp; &quot;b&quot;&#39;)&lt;/script&gt;");
    }

    @Test
    void ticksAreRoundAndPowersAreEvenlyApart() {
        assertThat(Axis.even("any", 0, 100).ticks())
                .extracting(Axis.Tick::words)
                .containsExactly("0", "20", "40", "60", "80", "100");
        Axis powers = Axis.logarithmic("any", Axis.shares(.01, .1, 1));
        assertThat(powers.at(.1)).isCloseTo(.5, within(1e-12));
        assertThat(powers.at(0)).as("below the axis").isZero();
        assertThat(Axis.deviates("any", Axis.shares(.1, .5, .9)).at(.5)).isCloseTo(.5, within(1e-9));
    }

    @Test
    void equalValuesStillHaveAnAxis() {
        assertThat(Axis.even("any", 3, 3).at(3)).isZero();
        assertThat(Axis.even("any", 0, 0).ticks()).isNotEmpty();
    }
}
