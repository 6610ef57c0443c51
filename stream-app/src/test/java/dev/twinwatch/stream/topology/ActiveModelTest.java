package dev.twinwatch.stream.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Which model a task runs, as bytes: they lie in a store and its changelog, so that each change of them is a migration. */
final class ActiveModelTest {
    /** Format, epoch, offset, length of the version, the version and that of the shadow as text. */
    private static final String GOLDEN =
            "02" + "0000000000000002" + "000000000000000a" + "0004" + "61623132" + "63643334";
    /** As releases wrote it that knew no shadow: format, epoch, offset, and the version as text. */
    private static final String FORMAT_1 = "01" + "0000000000000002" + "000000000000000a" + "61623132";

    @Test
    void theBytesNeverChange() {
        ActiveModel.Active active = new ActiveModel.Active("ab12", 2, 10, "cd34");

        assertThat(HexFormat.of().formatHex(active.encode())).isEqualTo(GOLDEN);
        assertThat(ActiveModel.Active.decode(HexFormat.of().parseHex(GOLDEN))).isEqualTo(active);
    }

    @Test
    void whatAnEarlierReleaseWroteHasNoShadow() {
        assertThat(ActiveModel.Active.decode(HexFormat.of().parseHex(FORMAT_1)))
                .isEqualTo(new ActiveModel.Active("ab12", 2, 10, ""));
    }

    @Test
    void whatANewerReleaseWroteIsRefused() {
        byte[] bytes = HexFormat.of().parseHex("03" + GOLDEN.substring(2));

        assertThatThrownBy(() -> ActiveModel.Active.decode(bytes))
                .hasMessage("active model is stored in format 3, this release reads 2: use the release that wrote it");
    }
}
