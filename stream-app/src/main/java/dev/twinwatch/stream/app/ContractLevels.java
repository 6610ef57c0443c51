package dev.twinwatch.stream.app;

import dev.twinwatch.contracts.Contract;
import dev.twinwatch.registry.Compatibility;
import dev.twinwatch.registry.RegistryRefusedException;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.registry.UnknownSchemaException;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the registry guard what the contracts promise, whatever its default is: nobody can register a change that breaks it. */
final class ContractLevels {
    private static final Logger LOG = LoggerFactory.getLogger(ContractLevels.class);

    private final Topics topics;
    private final SchemaRegistry registry;

    ContractLevels(Settings settings, SchemaRegistry registry) {
        this.topics = settings.topics();
        this.registry = registry;
    }

    /** Sets the level of each subject that has another one; a registry that does not allow it is only warned of. */
    void keep() {
        keep(topics.alerts(), Contract.ALERT);
        keep(topics.scores(), Contract.SCORE);
        keep(topics.feedback(), Contract.FEEDBACK);
        keep(topics.control(), Contract.CONTROL);
        keep(topics.audit(), Contract.AUDIT);
        keep(topics.retraining(), Contract.RETRAINING);
    }

    /** Some registries name no level where a subject has none of its own, whatever their default is. */
    private Optional<Compatibility> levelOf(String subject) {
        try {
            return Optional.of(registry.compatibilityOf(subject));
        } catch (UnknownSchemaException e) {
            return Optional.empty();
        }
    }

    private void keep(String topic, Contract contract) {
        var subject = topic + "-value";
        var promised =
                contract.readByOlderReleases() ? Compatibility.FULL_TRANSITIVE : Compatibility.BACKWARD_TRANSITIVE;
        try {
            var before = levelOf(subject);
            if (!before.equals(Optional.of(promised))) {
                registry.setCompatibility(subject, promised);
                LOG.info(
                        "compatibility of subject {} was {} and is now {}",
                        subject,
                        before.map(Compatibility::name).orElse("not set"),
                        promised);
            }
        } catch (RegistryRefusedException e) {
            LOG.warn("subject {} is not guarded by {}: {}", subject, promised, e.getMessage());
        }
    }
}
