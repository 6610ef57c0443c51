package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.Terms;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All that an instance needs is on the control topic. */
class EmptyDiskTest {
    @TempDir
    Path folder;

    @Test
    void aServiceReachesTheLiveModelAndRefusesTheSameRecordsAgain() throws Exception {
        byte[] live = CardPayments.bundle();
        try (Rig rig = Rig.start(folder);
                HandWritten strangers = new HandWritten(rig)) {
            ModelPublisher publisher = new ModelPublisher(rig.settings(), rig.schemas());
            publisher.publish(Measured.with(live, 30, 4), "ana", "");
            publisher.rollback(Terms.by("ana", "a drill"));
            long pointer = strangers.point("f".repeat(64), 4);
            try (Service first = rig.startService()) {
                assertHasTaken(first, live);
                rig.awaitRefusals(pointer, 1);
            }
            deleteAll(folder.resolve("state"));

            try (Service again = rig.startService()) {
                assertHasTaken(again, live);
                List<Audit> told = rig.awaitRefusals(pointer, 2);
                assertThat(told.get(1)).as("word for word").isEqualTo(told.get(0));
            }
        }
    }

    private static void assertHasTaken(Service service, byte[] live) {
        assertThat(service.models().pointer().orElseThrow().version()).isEqualTo(Sha256.of(live));
        assertThat(service.models().pointer().orElseThrow().epoch()).isEqualTo(3);
    }

    private static void deleteAll(Path top) throws Exception {
        try (Stream<Path> paths = Files.walk(top)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
