package dev.twinwatch.stream.app;

import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.stream.feedback.FeedbackFile;
import dev.twinwatch.stream.feedback.Heard;
import dev.twinwatch.stream.feedback.Hearing;
import dev.twinwatch.stream.kafka.BrokerWait;
import dev.twinwatch.stream.sending.RejectedRows;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.Topics;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What becomes of the rows of a file of labels, and how long that is waited for. */
final class LabelFileOptions {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description = "With --file: CSV file for rows that are no labels; default: its name with .rejects.csv")
    private @Nullable Path rejects;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "With --file: how long to wait for what comes of it; default ${DEFAULT-VALUE}.")
    private long seconds;

    @Option(names = "--no-wait", description = "With --file: end once it is written.")
    private boolean isNotWaiting;

    /** Writes feedback about each row, and says what came of it. */
    int write(Settings settings, Path file, String who, @Nullable String comment)
            throws IOException, InterruptedException {
        Topics topics = settings.topics();
        new BrokerWait(settings).require(Set.of(topics.scores(), topics.feedback(), topics.audit()), LONGEST_WAIT);
        SchemaRegistry registry = SchemaRegistry.from(settings.registry());
        PrintWriter terminal = spec.commandLine().getErr();
        try (Hearing hearing = Hearing.open(settings, registry);
                RejectedRows rejected = RejectedRows.to(rejectsFile(file), terminal)) {
            FeedbackFile.Written written = new FeedbackFile(
                            settings, registry, who, comment, far -> terminal.println("  " + far))
                    .write(file, rejected::add);
            Duration longest = isNotWaiting ? Duration.ZERO : Duration.ofSeconds(seconds);
            String words = words(written, hearing.await(written.pieces(), who, longest));
            spec.commandLine().getOut().println(words);
            if (written.total() == 0) {
                throw new IllegalStateException("no row of " + file + " is a label: correct the file");
            }
        }
        return 0;
    }

    private Path rejectsFile(Path file) {
        return rejects != null ? rejects : file.resolveSibling(file.getFileName() + ".rejects.csv");
    }

    private String words(FeedbackFile.Written written, Heard heard) {
        String rejected = written.leftOut() + (written.leftOut() == 1 ? " row rejected" : " rows rejected");
        if (isNotWaiting) {
            return written.total() + " pieces of feedback written, " + rejected;
        }
        return heard.words() + ", " + rejected
                + (heard.missing() == 0
                        ? ""
                        : "; of " + heard.missing() + " nothing was heard in " + seconds
                                + " s: they are written, and count when the service comes to them");
    }
}
