package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.stream.dashboard.ModelBoard;
import dev.twinwatch.stream.dashboard.PublishedModels;
import java.nio.file.Path;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service decides without a right to read its audit; the page then shows what it can. */
class AuditUnreadTest {
    @TempDir
    Path folder;

    @Test
    void modelsAreShownAndThatTheirChangesAreNotKnownIsSaid() throws Exception {
        try (Rig rig = Rig.start(folder, "", AccessControl.ON)) {
            String audit = rig.settings().topics().audit();
            ModelBoard board = new ModelBoard(rig.settings(), rig.schemas());
            assertThat(board.now().changes()).hasSize(1);

            AccessControl.deny(rig, audit, AclOperation.READ);

            PublishedModels shown = board.now();
            assertThat(shown.published()).containsEntry("live", Sha256.of(CardPayments.bundle()));
            assertThat(shown.changes()).isEmpty();
            assertThat(shown.unread()).startsWith("topic " + audit + " cannot be read: ");
        }
    }
}
