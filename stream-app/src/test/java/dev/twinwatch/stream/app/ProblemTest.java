package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ProblemTest {
    @Test
    void aFileThatIsNotThereIsNamedWithWhereItsPathStarts() {
        assertThat(Problem.of(new NoSuchFileException("missing.bundle")))
                .isEqualTo("missing.bundle does not exist: check the path, relative ones start at "
                        + Path.of("").toAbsolutePath());
    }

    @Test
    void aFileOfSomebodyElseIsNamed() {
        assertThat(Problem.of(new UncheckedIOException(new AccessDeniedException("model.bundle"))))
                .isEqualTo("model.bundle may not be read or written by this user: check its permissions");
    }

    @Test
    void aFullDiskIsToldHoweverDeepItIsFound() {
        assertThat(Problem.of(new IllegalStateException(
                        "no", new UncheckedIOException("no", new IOException("/state: No space left on device")))))
                .isEqualTo("the disk is full (/state: No space left on device): free some space there");
    }

    @Test
    void whatWasWrittenForPeopleStaysAsItIs() {
        assertThat(Problem.of(new IllegalStateException("no Kafka broker answered: start one", new IOException("eof"))))
                .isEqualTo("no Kafka broker answered: start one");
    }

    @Test
    void aFailureWithoutWordsIsNamedWithItsPlace() {
        var mistake = new NullPointerException();
        mistake.setStackTrace(new StackTraceElement[] {new StackTraceElement("Feed", "follow", "Feed.java", 7)});

        assertThat(Problem.of(mistake))
                .isEqualTo("java.lang.NullPointerException at Feed.follow(Feed.java:7): this is a mistake in Twinwatch,"
                        + " please report it");
    }
}
