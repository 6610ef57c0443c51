package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import org.junit.jupiter.api.Test;

final class ProblemTest {
    @Test
    void fileThatMayNotBeReadIsNamed() {
        assertThat(Problem.of(new AccessDeniedException("w.yaml")))
                .isEqualTo("w.yaml may not be read or written: check its permissions");
    }

    @Test
    void troubleOfTheDiskIsToldWithItsKind() {
        assertThat(Problem.of(new IOException("No space left on device")))
                .isEqualTo("cannot read or write: No space left on device (IOException)");
    }

    @Test
    void troubleOfTheDiskThatWasWrappedIsTheSame() {
        assertThat(Problem.of(new UncheckedIOException(new IOException("No space left on device"))))
                .isEqualTo("cannot read or write: No space left on device (IOException)");
    }

    @Test
    void mistakeOfTheProgramIsToldWithItsPlaceAndNotItsTrace() {
        IllegalStateException mistake = new IllegalStateException("half a window");
        mistake.setStackTrace(new StackTraceElement[] {new StackTraceElement("Cutter", "cut", "Cutter.java", 7)});

        assertThat(Problem.of(mistake))
                .isEqualTo("java.lang.IllegalStateException: half a window at Cutter.cut(Cutter.java:7):"
                        + " please report this");
    }
}
