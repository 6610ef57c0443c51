package dev.twinwatch.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of this module: `bench`. */
@Command(name = "twinwatch", mixinStandardHelpOptions = true, subcommands = BenchCommand.class)
public final class Main {
    private Main() {}

    /** Exit status: 0 done, 1 it failed, 2 too slow or the command line cannot be understood. */
    public static void main(String[] arguments) {
        System.exit(commands().execute(arguments));
    }

    static CommandLine commands() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println("twinwatch: " + failure.getMessage());
            return 1;
        });
    }
}
