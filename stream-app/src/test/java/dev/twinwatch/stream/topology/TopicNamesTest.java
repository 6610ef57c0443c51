package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Label;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of topics stand in settings, rights and dashboards of others: a difference here is a migration to think about. */
final class TopicNamesTest {
    @Test
    void topicsOfAWatchAndThoseThatItsStreamWritesAreTheOnesInTopicsTxt(@TempDir Path folder) throws IOException {
        try (var stream = new StreamUnderTest(folder)) {
            stream.activate(Purchases.bundle(Purchases.USUAL, 1), 1);
            stream.atHome("ana", 0, 12);
            stream.purchase("ana", 12, "far");
            stream.purchase("ana", 13, "farther");
            stream.json("{}");
            stream.say(Label.LEGITIMATE, "ana", null, "ana-13");
            stream.driver.advanceWallClockTime(Decide.TELL);
            Topics topics = stream.settings.topics();
            var names = new TreeSet<>(stream.driver.producedTopicNames());
            names.addAll(
                    List.of(topics.events(), topics.feedback(), topics.control(), topics.audit(), topics.retraining()));

            assertThat(String.join("\n", names) + "\n").isEqualTo(golden());
        }
    }

    private static String golden() throws IOException {
        try (var in = Objects.requireNonNull(TopicNamesTest.class.getResourceAsStream("/topics.txt"), "topics.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
