package dev.twinwatch.trainer.app;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Option;

/** What happens to a training that is interrupted. */
final class ResumeOptions {
    private static final String EVERY = "30";

    @Option(
            names = "--resume",
            description = "go on with the training that was interrupted: its state lies beside --out as"
                    + " NAME.ENCODER.training; the bundle is the one of a training in one go")
    private boolean resume;

    @Option(
            names = "--keep-every",
            paramLabel = "SECONDS",
            defaultValue = EVERY,
            description = "how often the state is kept, 0 for at every check; default ${DEFAULT-VALUE}")
    private double seconds;

    /** Before minutes of work: whether there is something to go on from, and whether that is known. */
    void check(Path bundle, PrintWriter terminal) {
        if (!(seconds >= 0 && seconds <= 1e6)) {
            throw new IllegalArgumentException(
                    "--keep-every is " + seconds + " seconds, expected 0 to 1000000: leave it out for " + EVERY);
        }
        List<Path> left = SnapshotFiles.left(bundle);
        if (resume && left.isEmpty()) {
            throw new IllegalArgumentException(
                    "--resume: beside " + bundle + " lies no interrupted training: leave --resume out to train anew");
        }
        if (!resume && !left.isEmpty()) {
            terminal.println("training anew; --resume would have gone on with " + left.get(0));
        }
    }

    /** Where the state is kept. */
    SnapshotFiles files(Path bundle, Map<String, String> facts) {
        return new SnapshotFiles(bundle, facts, resume, Math.round(seconds * TimeUnit.SECONDS.toNanos(1)));
    }
}
