package dev.twinwatch.bench.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogisticRegressionTest {
    @Test
    void findsTheOddsOfTwoGroups() {
        // Input 0: one in ten positive; input 1: nine in ten. 10,000 rows make the penalty small.
        List<double[]> rows = new ArrayList<>();
        boolean[] positive = new boolean[10_000];
        for (int i = 0; i < positive.length; i++) {
            int group = i % 2;
            rows.add(new double[] {group, 5});
            positive[i] = i / 2 % 10 == 0 ? group == 0 : group == 1;
        }

        LogisticRegression model = LogisticRegression.fit(rows, positive);

        assertThat(model.score(new double[] {0, 5})).isCloseTo(Math.log(1 / 9.0), within(.01));
        assertThat(model.score(new double[] {1, 5})).isCloseTo(Math.log(9), within(.01));
    }
}
