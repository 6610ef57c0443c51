package dev.twinwatch.sandbox.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of the sandbox: `demo`, `sandbox` and `doctor`. */
@Command(
        name = "twinwatch",
        description = "Twinwatch on one machine.",
        mixinStandardHelpOptions = true,
        subcommands = {DemoCommand.class, SandboxCommand.class, DoctorCommand.class})
public final class Main {
    private Main() {}

    /** Exit status: 0 done, 1 it failed, 2 the demo missed its gate or the command line cannot be understood. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As {@link #main}, without leaving the process. */
    public static int run(String... arguments) {
        return new CommandLine(new Main())
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("twinwatch: " + Failure.sentence(failure));
                    return 1;
                })
                .execute(arguments);
    }
}
