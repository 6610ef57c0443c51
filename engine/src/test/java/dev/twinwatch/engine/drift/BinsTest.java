package dev.twinwatch.engine.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.engine.features.Hash64;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BinsTest {

    @Test
    void bothEndsOfTheUsualRangeBelongToIt() {
        NumberBins bins = NumberBins.between(1, 10, 100);

        assertThat(bins.size()).isEqualTo(5);
        assertThat(bins.of(0.5f)).isEqualTo(0);
        assertThat(bins.of(1)).isEqualTo(1);
        assertThat(bins.of(10)).isEqualTo(1);
        assertThat(bins.of(11)).isEqualTo(2);
        assertThat(bins.of(100)).isEqualTo(2);
        assertThat(bins.of(101)).isEqualTo(3);
        assertThat(bins.of(Float.NaN)).isEqualTo(4);
    }

    @Test
    void aNumberThatNeverChangedHasOneUsualValue() {
        NumberBins bins = NumberBins.between(7);

        assertThat(bins.size()).isEqualTo(4);
        assertThat(bins.of(6)).isEqualTo(0);
        assertThat(bins.of(7)).isEqualTo(1);
        assertThat(bins.of(8)).isEqualTo(2);
        assertThat(bins.of(Float.NaN)).isEqualTo(3);
    }

    @Test
    void edgesThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> NumberBins.between(1, 1))
                .hasMessage("edge 1 of bins is 1.0, expected one above that before it: train again");
        assertThatThrownBy(NumberBins::between).hasMessage("bins have no edge, at least one is needed: train again");
    }

    @Test
    void aCategoryIsCommonOrKnownOrUnknownOrMissing() {
        long home = Hash64.of("home");
        long work = Hash64.of("work");
        CategoryBins bins = CategoryBins.knowing(new long[] {home}, marks(home, work));

        assertThat(bins.size()).isEqualTo(4);
        assertThat(bins.of(home)).isEqualTo(0);
        assertThat(bins.of(work)).isEqualTo(1);
        assertThat(bins.of(Hash64.of("abroad"))).isEqualTo(2);
        assertThat(bins.of(0)).isEqualTo(3);
    }

    @Test
    void eachOfThousandsOfKnownValuesIsKnown() {
        long[] hashes =
                IntStream.range(0, 5000).mapToLong(i -> Hash64.of("place-" + i)).toArray();
        CategoryBins bins = CategoryBins.knowing(new long[0], marks(hashes));

        assertThat(LongStream.of(hashes).map(bins::of)).containsOnly(0L);
        assertThat(IntStream.range(0, 5000).map(i -> bins.of(Hash64.of("other-" + i))))
                .containsOnly(1);
    }

    private static int[] marks(long... hashes) {
        return LongStream.of(hashes).mapToInt(CategoryBins::mark).toArray();
    }
}
