package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Place;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.control.Terms;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People, the page and the retraining service may want to change what is live at the same moment. */
@Tag("long")
class TwoPublishersTest {
    private static final byte[] FIRST = CardPayments.bundle();
    private static final int AT_ONCE = 4;

    @TempDir
    Path folder;

    @Test
    void ofManyWhoDecidedUponTheSameEpochOneIsHeardAndTheOthersAreToldWhy() throws Exception {
        try (Rig rig = Rig.start(folder);
                Follower<Audit> audits = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            List<Callable<String>> attempts = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                byte[] bundle = Measured.with(FIRST, 30 + i, 4);
                attempts.add(() -> publish(rig, bundle));
            }
            List<String> results = new ArrayList<>();
            ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
            try {
                for (Future<String> result : people.invokeAll(attempts)) {
                    results.add(result.get());
                }
            } finally {
                people.shutdown();
            }

            Releases releases = Releases.read(rig.settings(), rig.schemas());
            String live = releases.live().orElseThrow();
            assertThat(releases.epoch()).isEqualTo(2);
            assertThat(results).filteredOn(live::equals).hasSize(1);
            assertThat(results)
                    .filteredOn(result -> !result.equals(live))
                    .hasSize(AT_ONCE - 1)
                    .allMatch(result -> result.startsWith("somebody else "));
            assertThat(releases.previous()).contains(Sha256.of(FIRST));
            assertThat(releases.all())
                    .as("nothing of the others is on the topic")
                    .hasSize(2);
            assertThat(audits.toTheEnd()).extracting(Audit::getAfter).containsExactly(Sha256.of(FIRST), live);
        }
    }

    /** The version, or why not. */
    private static String publish(Rig rig, byte[] bundle) throws Exception {
        try {
            return new ModelPublisher(rig.settings(), rig.schemas())
                    .publish(bundle, Place.LIVE, Terms.by("ana", "").atEpoch(1))
                    .version();
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
