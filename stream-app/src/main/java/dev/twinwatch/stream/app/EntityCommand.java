package dev.twinwatch.stream.app;

import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.control.OrderPublisher;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch entity`: what a person orders for one entity; running instances follow within seconds. */
@Command(
        name = "entity",
        mixinStandardHelpOptions = true,
        description = "What to do about one entity; running instances follow within seconds.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch entity snooze --entity ana --until 2026-12-24T18:00:00Z --why \"travels until then\"",
            "  ./twinwatch entity wake --entity ana",
            "  ./twinwatch entity reset --entity ana --why \"new card\"",
            "  ./twinwatch entity restore --entity ana --why \"references of last night are an attacker's\"",
        })
final class EntityCommand {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Spec
    private CommandSpec spec;

    /** Whom it is about, and what the audit says of it. */
    static final class About {
        @Mixin
        private ConfigOption config;

        @Option(names = "--entity", required = true, description = "Whose behaviour it is.")
        private String entity;

        @Option(
                names = "--who",
                defaultValue = "${sys:user.name}",
                description = "Whom the audit topic names; without it, the user of this machine.")
        private String who;

        @Option(names = "--why", defaultValue = "", description = "Why, for the audit topic.")
        private String why;
    }

    private interface Order {
        void by(OrderPublisher publisher);
    }

    @Command(
            name = "snooze",
            mixinStandardHelpOptions = true,
            description = "No alert of it opens or grows before an event time; its events are scored all the same.")
    int snooze(
            @Mixin About about,
            @Option(
                            names = "--until",
                            required = true,
                            paramLabel = "TIME",
                            description = "The end, as 2026-12-24T18:00:00Z, by the times of its events.")
                    Instant until)
            throws Exception {
        return order(about, publisher -> publisher.snooze(about.entity, until), "is snoozed until " + until);
    }

    @Command(name = "wake", mixinStandardHelpOptions = true, description = "Ends a snooze.")
    int wake(@Mixin About about) throws Exception {
        return order(about, publisher -> publisher.wake(about.entity), "is no longer snoozed");
    }

    @Command(
            name = "reset",
            mixinStandardHelpOptions = true,
            description = "Forgets all that is known of it, at its next event: a new device, a new card, a new owner.")
    int reset(@Mixin About about) throws Exception {
        return order(about, publisher -> publisher.reset(about.entity), "begins anew with its next event");
    }

    @Command(
            name = "restore",
            mixinStandardHelpOptions = true,
            description = "Puts back its references of the last good day, at its next event.")
    int restore(@Mixin About about) throws Exception {
        return order(
                about,
                publisher -> publisher.restore(about.entity),
                "is compared with its references of the last good day from its next event on");
    }

    private int order(About about, Order order, @Nullable String told) throws Exception {
        Settings settings = about.config.settings();
        new BrokerWait(settings)
                .require(Set.of(settings.topics().control(), settings.topics().audit()), LONGEST_WAIT);
        order.by(new OrderPublisher(settings, SchemaRegistry.from(settings.registry()), about.who, about.why));
        spec.commandLine().getOut().println(OneLine.of(about.entity + " " + told));
        return 0;
    }
}
