package dev.twinwatch.sandbox.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {
    @Test
    void fullDiskSomewhereBelowIsOneSentenceWithARemedy() {
        Exception failure = new IllegalStateException(
                "no", new UncheckedIOException(new IOException("/data/model.bundle.new: No space left on device")));

        assertThat(Failure.sentence(failure))
                .isEqualTo("the disk is full (java.io.IOException: /data/model.bundle.new: No space left on device):"
                        + " free some space, or choose a folder on another disk with --data");
    }

    @Test
    void memoryThatRanOutIsOneSentenceWithARemedy() {
        assertThat(Failure.sentence(new IllegalStateException("no", new OutOfMemoryError("Java heap space"))))
                .startsWith("memory ran out (Java heap space): start with TWINWATCH_JAVA_OPTIONS=-Xmx4g");
    }

    @Test
    void missingFileIsNamed() {
        assertThat(Failure.sentence(new NoSuchFileException("labels.csv")))
                .startsWith("labels.csv does not exist: check the path, relative ones start at /");
    }

    @Test
    void failureWithoutWordsIsNamedByItsType() {
        assertThat(Failure.sentence(new IllegalStateException()))
                .startsWith("java.lang.IllegalStateException at dev.twinwatch.sandbox.app.FailureTest");
    }
}
