package dev.twinwatch.retrainer;

import dev.twinwatch.stream.app.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command of this module: `retrain`. */
@Command(name = "twinwatch", mixinStandardHelpOptions = true, subcommands = RetrainCommand.class)
public final class Main {
    private static final Logger LOG = LoggerFactory.getLogger(Main.class);
    /** Of the command line; BSD's name for it is EX_USAGE. */
    private static final int USAGE = 64;

    private Main() {}

    /** Exit status: 0 done, 1 it failed or was refused, 64 the command line cannot be understood. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As {@link #main}, without leaving the process. */
    public static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExitCodeExceptionMapper(misuse -> USAGE)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("twinwatch: " + Problem.of(failure));
                    LOG.debug("command failed", failure);
                    return 1;
                })
                .execute(arguments);
    }
}
