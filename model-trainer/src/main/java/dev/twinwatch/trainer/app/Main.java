package dev.twinwatch.trainer.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the trainer. */
@Command(
        name = "twinwatch",
        subcommands = {TrainCommand.class, ScoreCommand.class},
        description = "History in, model bundle out.")
public final class Main {
    private Main() {}

    /** Runs one command and exits with 0, 1 where data or settings are wrong, or 2 where the command line is. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("twinwatch: " + Problem.of(e));
                    return 1;
                })
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(args);
    }
}
