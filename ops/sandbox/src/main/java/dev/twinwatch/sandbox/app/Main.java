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
    /** Exit status: done. */
    static final int FINE = 0;
    /** Exit status: it failed, and one sentence says how. */
    static final int FAILED = 1;
    /** Exit status: the simulated demo did not reach what it must. */
    static final int GATE_MISSED = 2;
    /** Exit status: the command line cannot be understood; BSD's name for it is EX_USAGE. */
    static final int USAGE = 64;

    private static final int TERMINAL_WIDTH = 110;

    private Main() {}

    /** Ends with one of the statuses above; 130 where Ctrl-C ends it, as the shell has it. */
    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** As {@link #main}, without leaving the process. */
    public static int run(String... arguments) {
        return commands().execute(arguments);
    }

    static CommandLine commands() {
        return new CommandLine(new Main())
                .setUsageHelpWidth(TERMINAL_WIDTH)
                .setParameterExceptionHandler((misuse, arguments) -> {
                    CommandLine command = misuse.getCommandLine();
                    command.getErr().println("twinwatch: " + misuse.getMessage());
                    command.getErr().println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
                    return USAGE;
                })
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    command.getErr().println("twinwatch: " + Failure.sentence(failure));
                    return FAILED;
                });
    }
}
