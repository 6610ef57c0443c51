package dev.twinwatch.engine.network;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.watch.EncoderKind;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EncoderSpecTest {
    @Test
    void theCostOfAnEventIsThatOfItsWholeWindow() {
        // 2 categories x 4 events x 3 dimensions, and 2 x 5 averages and deviations and 3 dimensions at 6 hidden values
        assertThat(spec(EncoderKind.BAG, 4, 5, List.of(8, 8), 6).multiplyAdds()).isEqualTo(24 + 60 + 18);
        // the same without numbers
        assertThat(spec(EncoderKind.BAG, 4, 0, List.of(8, 8), 6).multiplyAdds()).isEqualTo(24);
        // 4 events x 2 taps x 6 channels from 5 numbers, then from 6 channels; 6 channels to 3 dimensions
        assertThat(spec(EncoderKind.TCN, 4, 5, List.of(), 6).multiplyAdds()).isEqualTo(240 + 288 + 18);
        // 4 events x 24 gates from 5 numbers and 6 values of the state; 6 values to 3 dimensions
        assertThat(spec(EncoderKind.LSTM, 4, 5, List.of(), 6).multiplyAdds()).isEqualTo(480 + 576 + 18);
        // 4 events of 5 numbers and 2 values of an embedding to 6, 6 to 6, 6 to 3
        assertThat(spec(EncoderKind.MLP, 4, 5, List.of(8), 6).multiplyAdds()).isEqualTo(168 + 36 + 18);
        // 2 categories x 4 values and at most as many pairs x 3 dimensions
        assertThat(spec(EncoderKind.SET, 4, 0, List.of(8, 8), 6).multiplyAdds()).isEqualTo(48);
    }

    @Test
    void aBagIsNotNarrowerInsideThanItsEmbedding() {
        assertThat(EncoderSpec.bag(4, 0, List.of(8), 128).embedding()).isEqualTo(128);
        assertThat(EncoderSpec.bag(4, 0, List.of(8), 8).embedding()).isEqualTo(32);
    }

    private static EncoderSpec spec(EncoderKind kind, int length, int dense, List<Integer> buckets, int hidden) {
        return new EncoderSpec(kind, length, dense, buckets, 2, hidden, 2, List.of(1, 2), 3);
    }
}
