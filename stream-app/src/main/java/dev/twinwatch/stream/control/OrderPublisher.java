package dev.twinwatch.stream.control;

import dev.twinwatch.contracts.Audit;
import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Renewal;
import dev.twinwatch.contracts.RenewalKind;
import dev.twinwatch.contracts.Snooze;
import dev.twinwatch.engine.control.EntityOrders;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.NoRights;
import dev.twinwatch.stream.settings.Settings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.jspecify.annotations.Nullable;

/** Writes what people order for one entity, with who and why, in one transaction. */
public final class OrderPublisher {
    private final Settings settings;
    private final SchemaRegistry registry;
    private final String who;
    private final String why;

    /**
     * For one watch.
     *
     * @param who whom the audit names
     * @param why free text, may be empty
     */
    public OrderPublisher(Settings settings, SchemaRegistry registry, String who, String why) {
        this.settings = settings;
        this.registry = registry;
        this.who = who;
        this.why = why;
    }

    /**
     * No alert of this entity opens or grows before an event time.
     *
     * @throws IllegalArgumentException where events of the watch have no time on the calendar
     */
    public void snooze(String entity, Instant until) {
        if (!settings.watch().hasCalendar()) {
            throw new IllegalArgumentException("watch " + settings.watch().name()
                    + " has no time with a calendar, so that a snooze would never end: mark its alerts LEGITIMATE, or"
                    + " add `time: {field: ..., unit: millis}` to the watch");
        }
        Instant exact = until.truncatedTo(ChronoUnit.MILLIS);
        write(EntityOrders.SNOOZE + entity, new Snooze(entity, exact), "until " + exact);
    }

    /** Alerts of this entity again. */
    public void wake(String entity) {
        write(EntityOrders.SNOOZE + entity, null, null);
    }

    /** At its next event, all that is known of the entity is forgotten. */
    public void reset(String entity) {
        write(EntityOrders.RENEWAL + entity, new Renewal(entity, RenewalKind.RESET), RenewalKind.RESET.name());
    }

    /** At its next event, the references of the entity are again those of the last good day. */
    public void restore(String entity) {
        write(EntityOrders.RENEWAL + entity, new Renewal(entity, RenewalKind.RESTORE), RenewalKind.RESTORE.name());
    }

    private void write(String key, @Nullable Object change, @Nullable String after) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try (Producer<byte[], byte[]> producer =
                new Clients(settings).transactional(settings.applicationId() + "-orders")) {
            producer.initTransactions();
            ControlWriter writer = new ControlWriter(settings, registry, producer);
            Transaction.of(producer, () -> {
                writer.control(key, change == null ? null : new Control(at, who, why, change));
                writer.audit(new Audit(at, who, why, key, null, after));
            });
        } catch (KafkaException e) {
            throw new NoRights(settings).asked(e, AclOperation.WRITE);
        }
    }
}
