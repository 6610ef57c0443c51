package dev.twinwatch.engine.features;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** These values lie in state and in bundles: a change here makes both unreadable. */
final class Hash64Test {
    @Test
    void theHashOfATextNeverChanges() {
        assertThat(Hash64.of("")).isEqualTo(0xf52a15e9a9b5e89bL);
        assertThat(Hash64.of("a")).isEqualTo(0x02c0bdbf481420f8L);
        assertThat(Hash64.of("ana")).isEqualTo(0x7d098ee2a98d098aL);
        assertThat(Hash64.of("terminal-7")).isEqualTo(0x8d27e28633eb61dbL);
        assertThat(Hash64.of("Zo\u00eb")).isEqualTo(0x6524721fa574b64aL);
    }

    @Test
    void theBucketOfAHashNeverChanges() {
        assertThat(Hash64.bucket(Hash64.of("a"), 1024)).isEqualTo(749);
        assertThat(Hash64.bucket(Hash64.of("terminal-7"), 1024)).isEqualTo(321);
        assertThat(Hash64.bucket(Hash64.of("terminal-7"), 4)).isEqualTo(3);
    }

    @Test
    void bucketZeroBelongsToMissingValuesAlone() {
        assertThat(Hash64.bucket(0, 1024)).isZero();
        assertThat(Hash64.bucket(1023, 1024)).isEqualTo(1);
        assertThat(Hash64.bucket(-1L, 2)).isEqualTo(1);
    }
}
