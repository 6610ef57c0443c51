package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Which model a task runs, as bytes: they lie in a store and its changelog, so that each change of them is a migration. */
final class ActiveModelTest {
    /** Format, epoch, offset, and the version as text. */
    private static final String GOLDEN = "01" + "0000000000000002" + "000000000000000a" + "61623132";

    @Test
    void theBytesNeverChange() {
        ActiveModel.Active active = new ActiveModel.Active("ab12", 2, 10);

        assertThat(HexFormat.of().formatHex(active.encode())).isEqualTo(GOLDEN);
        assertThat(ActiveModel.Active.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(active);
    }

    @Test
    void whatANewerReleaseWroteIsRefused() {
        byte[] bytes = HexFormat.of().parseHex("02" + GOLDEN.substring(2));

        assertThatThrownBy(() -> ActiveModel.Active.decode(bytes))
                .hasMessage("active model is stored in format 2, this release reads 1: use the release that wrote it");
    }
}
