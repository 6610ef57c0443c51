package dev.twinwatch.sandbox.page;

import static dev.twinwatch.sandbox.page.Watched.alert;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicEndTest {
    @TempDir
    Path folder;

    @Test
    void ofEachPartitionAnEqualShareOfTheNewestIsRead() throws Exception {
        try (Watched watched = new Watched(folder)) {
            for (int minute = 1; minute <= 5; minute++) {
                watched.write(alert("a" + minute, "ana", minute, 1));
            }

            assertThat(watched.entitiesOfNewestAlerts(4))
                    .as("half of them in each of two partitions, of which one is empty")
                    .containsExactly("ana", "ana");
            assertThat(watched.entitiesOfNewestAlerts(Long.MAX_VALUE)).hasSize(5);
        }
    }
}
