package dev.twinwatch.stream.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.registry.Compatibility;
import dev.twinwatch.registry.InMemorySchemaRegistry;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.stream.Purchases;
import dev.twinwatch.stream.settings.Settings;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

final class ContractLevelsTest {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void everySubjectOfTheServiceIsGuardedByWhatItsContractPromises() {
        new ContractLevels(Settings.of(Purchases.WATCH, Map.of()), registry).keep();

        assertThat(registry.compatibilityOf("purchases.alerts.v1-value")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.scores.v1-value")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.feedback.v1-value")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.audit.v1-value")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.retraining.v1-value")).isEqualTo(Compatibility.FULL_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.control.v1-value")).isEqualTo(Compatibility.BACKWARD_TRANSITIVE);
        assertThat(registry.compatibilityOf("purchases.events.v1-value")).isEqualTo(Compatibility.BACKWARD);
    }

    @Test
    void aChangeThatOlderReadersCannotReadIsRefusedFromThenOn() {
        registry.register("purchases.scores.v1-value", Score.getClassSchema());
        var newOutcome = new Schema.Parser()
                .parse(Score.getClassSchema().toString().replace("\"LATE\"", "\"LATE\",\"SKIPPED\""));

        new ContractLevels(Settings.of(Purchases.WATCH, Map.of()), registry).keep();

        assertThatThrownBy(() -> registry.register("purchases.scores.v1-value", newOutcome))
                .isInstanceOf(RegistryRefusedException.class)
                .hasMessageContaining("FULL_TRANSITIVE");
    }
}
