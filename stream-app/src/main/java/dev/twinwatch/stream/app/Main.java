package dev.twinwatch.stream.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the service: `serve`, `send`, `enrol`, `alerts`, `feedback`, `entity`, `models`. */
@Command(
        name = "twinwatch",
        description = "Streaming anomaly and fraud detection.",
        mixinStandardHelpOptions = true,
        subcommands = {
            ServeCommand.class,
            SendCommand.class,
            EnrolCommand.class,
            AlertsCommand.class,
            FeedbackCommand.class,
            EntityCommand.class,
            ModelsCommand.class
        })
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    /** Of the command line; BSD's name for it is EX_USAGE. */
    private static final int USAGE = 64;

    private Main() {}

    /** Exit status: 0 done, 1 it failed, 64 the command line cannot be understood. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As {@link #main}, without leaving the process. */
    public static int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(misuse -> USAGE)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    // One sentence with a remedy for people; the rest is for those who look for a bug.
                    command.getErr().println("twinwatch: " + Problem.of(failure));
                    LOG.debug("command failed", failure);
                    return 1;
                });
    }
}
