package dev.twinwatch.stream.app;

import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.kafka.TopicSetup;
import dev.twinwatch.stream.sending.EventFile;
import dev.twinwatch.stream.sending.Format;
import dev.twinwatch.stream.sending.RejectedRows;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which rows of which file go where, for the commands that send events. */
final class SendingOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "CSV, plain or .gz.")
    private Path events;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--format",
            defaultValue = "json",
            description =
                    "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}. Avro goes by way of the schema registry.")
    private Format format;

    @Option(names = "--limit", paramLabel = "N", description = "So many events at most.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "CSV file for rows that are no events, each with its line and what is wrong; written only where"
                            + " there are any; default: the name of --events with .rejects.csv")
    private @Nullable Path rejects;

    private static final class Where {
        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "Settings file of the service: watch, topic, broker, registry.")
        private @Nullable Path config;

        @Option(
                names = "--watch",
                required = true,
                paramLabel = "FILE",
                description = "The watch alone, where broker and registry are on this machine.")
        private @Nullable Path watch;

        Settings settings() throws IOException {
            return config != null
                    ? SettingsFile.read(config, System.getenv())
                    : Settings.of(WatchFile.read(Path.of(String.valueOf(watch))), Map.of());
        }
    }

    /**
     * Sends them.
     *
     * @param enrol whether the user vouches for them
     * @param speed so many times as fast as it happened; 0: as fast as possible
     */
    int send(boolean enrol, double speed) throws IOException, InterruptedException {
        if (!(speed >= 0) || limit < 1) {
            throw new IllegalArgumentException(
                    "--speed is " + speed + " and --limit is " + limit + ", expected more than 0, and 1 or more");
        }
        Settings settings = where.settings();
        if (speed > 0 && !settings.watch().hasCalendar()) {
            throw new IllegalArgumentException("--speed needs times with a calendar, which watch "
                    + settings.watch().name() + " does not have: leave it out");
        }
        new TopicSetup(settings).prepare(Duration.ofSeconds(20));
        PrintWriter terminal = spec.commandLine().getErr();
        EventFile file = new EventFile(
                settings, SchemaRegistry.from(settings.registry()), new EventFile.Wish(format, enrol, speed, limit));
        EventFile.Sent sent;
        try (RejectedRows rejected = RejectedRows.to(rejectsFile(), terminal)) {
            sent = file.send(events, rejected::add);
        }
        terminal.printf(
                Locale.ROOT,
                "sent %,d events to topic %s%s%s%n",
                sent.events(),
                settings.topics().events(),
                enrol ? ", to be learned and not judged" : "",
                sent.leftOut() == 0 ? "" : "; " + sent.leftOut() + " rows are no events and were left out");
        if (sent.isOtherThanMeant()) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "%,d of %,d rows of %s are no events of watch %s: correct the file or the watch, then send again",
                    sent.leftOut(),
                    sent.leftOut() + sent.events(),
                    events,
                    settings.watch().name()));
        }
        return 0;
    }

    private Path rejectsFile() {
        return rejects != null ? rejects : events.resolveSibling(events.getFileName() + ".rejects.csv");
    }
}
