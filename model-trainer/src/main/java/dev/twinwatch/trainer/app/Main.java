package dev.twinwatch.trainer.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands of the trainer. */
@Command(
        name = "twinwatch",
        subcommands = {
            InitCommand.class,
            CheckCommand.class,
            TrainCommand.class,
            ScoreCommand.class,
            BacktestCommand.class,
            ReproduceCommand.class
        },
        synopsisSubcommandLabel = "(init | check | train | score | backtest | reproduce)",
        description = "History in, model bundle out.")
public final class Main {
    private static final int TERMINAL_WIDTH = 110;
    /** Exit status where the command line is wrong; BSD's name for it is EX_USAGE. */
    private static final int USAGE = 64;

    @Mixin
    HelpOption help;

    private Main() {}

    /** Runs one command and exits with 0, 1 where data or settings are wrong, or 64 where the command line is. */
    public static void main(String[] args) {
        quietLibraries();
        System.exit(run(args));
    }

    /** Runs one command and returns its exit status, as {@link #main} gives it. */
    public static int run(String... args) {
        return commandLine().execute(args);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setExitCodeExceptionMapper(misuse -> USAGE)
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    line.getErr().println("twinwatch: " + Problem.of(e));
                    return 1;
                })
                .setUsageHelpWidth(TERMINAL_WIDTH)
                .setUsageHelpLongOptionsMaxWidth(26)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Before any library loads: they read these once. A user's own settings stay. */
    private static void quietLibraries() {
        System.getProperties().putIfAbsent("logback.configurationFile", "trainer-logback.xml");
        System.getProperties().putIfAbsent("org.nd4j.log.initialization", "false");
    }
}
