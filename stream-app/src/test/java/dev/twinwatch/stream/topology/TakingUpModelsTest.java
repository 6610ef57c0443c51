package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.stream.Purchases;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is announced and what decides are told apart. */
final class TakingUpModelsTest {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private StreamUnderTest stream;

    @BeforeEach
    void open(@TempDir Path folder) {
        stream = new StreamUnderTest(folder);
    }

    @AfterEach
    void close() {
        stream.close();
    }

    @Test
    void aTaskHasNoModelUntilItTakesTheAnnouncedOneUp() {
        stream.activate(Purchases.bundle(1), 1);

        assertThat(stream.models.pointer()).isPresent();
        assertThat(stream.models.tasks().any()).isTrue();
        assertThat(stream.models.tasks().eachDecides()).isFalse();
    }

    @Test
    void aTaskWithoutEventsTakesItsFirstModelUpByItself() {
        stream.driver.advanceWallClockTime(A_SECOND);
        String version = stream.activate(Purchases.bundle(1), 1).version();

        stream.driver.advanceWallClockTime(A_SECOND);

        assertThat(stream.models.tasks().versions()).containsExactly(version);
        assertThat(stream.models.tasks().eachDecides()).isTrue();
    }

    @Test
    void aNewerModelDecidesFromTheNextEventOn() {
        String first = stream.activate(Purchases.bundle(1), 1).version();
        stream.driver.advanceWallClockTime(A_SECOND);
        assertThat(stream.models.tasks().versions()).containsExactly(first);
        String second = stream.activate(Purchases.bundle(2), 2).version();

        stream.purchase("ana", 0, "home");

        assertThat(stream.models.tasks().versions()).containsExactly(second);
    }

    @Test
    void aNewerModelIsTakenUpWithinASecondWhereNoEventsCome() {
        stream.activate(Purchases.bundle(1), 1);
        stream.driver.advanceWallClockTime(A_SECOND);
        String second = stream.activate(Purchases.bundle(2), 2).version();

        stream.driver.advanceWallClockTime(A_SECOND);

        assertThat(stream.models.tasks().versions()).containsExactly(second);
    }

    @Test
    void aTaskThatEndsIsForgotten(@TempDir Path other) {
        var ending = new StreamUnderTest(other);

        ending.close();

        assertThat(ending.models.tasks().any()).isFalse();
    }
}
