package dev.twinwatch.bench;

import dev.twinwatch.bench.budget.BudgetCommand;
import dev.twinwatch.bench.change.ChangeCommand;
import dev.twinwatch.bench.learn.LearnCommand;
import dev.twinwatch.bench.quality.QualityCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of this module: `bench`, `quality`, `budget`, `change` and `learn`, which is `demo --learn`. */
@Command(
        name = "twinwatch",
        mixinStandardHelpOptions = true,
        subcommands = {
            BenchCommand.class,
            QualityCommand.class,
            BudgetCommand.class,
            ChangeCommand.class,
            LearnCommand.class
        })
public final class Main {
    /** Of the command line; BSD's name for it is EX_USAGE. */
    private static final int USAGE = 64;

    private static final int TERMINAL_WIDTH = 110;

    private Main() {}

    /** Exit status: 0 done, 1 it failed, 2 too slow, 64 the command line cannot be understood. */
    public static void main(String[] arguments) {
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(TERMINAL_WIDTH)
                .setExitCodeExceptionMapper(misuse -> USAGE)
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("twinwatch: " + failure.getMessage());
                    return 1;
                });
    }
}
