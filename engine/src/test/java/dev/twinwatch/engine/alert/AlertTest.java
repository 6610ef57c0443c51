package dev.twinwatch.engine.alert;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The id that an alert keeps for good, and its severity. */
final class AlertTest {
    @Test
    void theIdOfAnAlertNeverChanges() {
        assertThat(Alert.idOf("cards", "ana", "tx-1")).isEqualTo("60ef17db-70d0-3928-8e23-044efea3a213");
    }

    @Test
    void theIdDependsOnWatchEntityAndEvent() {
        assertThat(Alert.idOf("cards", "ana", "tx-1"))
                .isNotEqualTo(Alert.idOf("logins", "ana", "tx-1"))
                .isNotEqualTo(Alert.idOf("cards", "bob", "tx-1"))
                .isNotEqualTo(Alert.idOf("cards", "ana", "tx-2"));
    }

    @Test
    void severityIsByHowFarTheEvidenceIsOverTheLimit() {
        assertThat(Severity.of(3, 3)).isEqualTo(Severity.LOW);
        assertThat(Severity.of(4.9, 3)).isEqualTo(Severity.LOW);
        assertThat(Severity.of(5, 3)).isEqualTo(Severity.MEDIUM);
        assertThat(Severity.of(8, 3)).isEqualTo(Severity.HIGH);
        assertThat(Severity.of(13, 3)).isEqualTo(Severity.CRITICAL);
    }
}
