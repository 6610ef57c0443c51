package dev.twinwatch.bench.quality.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CholeskyTest {
    @Test
    void solvesWhatTheMatrixMakes() {
        // [4 2; 2 3] times [1 2] is [8 8].
        double[] solved = Cholesky.of(new double[][] {{4, 2}, {2, 3}}).solve(new double[] {8, 8});

        assertThat(solved).containsExactly(new double[] {1, 2}, within(1e-12));
    }

    @Test
    void whitensToTheMahalanobisDistance() {
        double[] white = Cholesky.of(new double[][] {{4, 0}, {0, 9}}).whiten(new double[] {2, 3});

        assertThat(white).containsExactly(new double[] {1, 1}, within(1e-12));
    }

    @Test
    void aColumnThatOthersAddUpToIsLeftOut() {
        // The third is the sum of the first two, which are independent.
        double[][] scatter = {{1, 0, 1}, {0, 1, 1}, {1, 1, 2}};

        assertThat(Cholesky.of(scatter).whiten(new double[] {3, 4, 7}))
                .containsExactly(new double[] {3, 4, 0}, within(1e-9));
    }
}
