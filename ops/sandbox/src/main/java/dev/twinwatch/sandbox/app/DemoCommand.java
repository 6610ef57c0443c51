package dev.twinwatch.sandbox.app;

import com.sun.management.OperatingSystemMXBean;
import dev.twinwatch.sandbox.demo.Demo;
import dev.twinwatch.sandbox.demo.DemoFolder;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.report.Gate;
import dev.twinwatch.sandbox.demo.report.Summary;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.startup.Room;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch demo`: everything at once on this machine. */
@Command(
        name = "demo",
        description =
                "Starts a broker, a registry and the service here, trains on the first events of a stream, streams"
                        + " the rest and shows every alert beside the truth.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch demo                                   about a minute, then it stays up until Ctrl-C",
            "  ./twinwatch demo --events 12000                    a smaller one",
            "  ./twinwatch demo --data my-demo                    kept; the same command later goes on from there",
            "  ./twinwatch demo --headless --json > report.json   ends by itself",
            "  ./twinwatch demo --replay commands.csv.gz --labels masquerades.csv --history 5000 \\",
            "      --watch ops/sandbox/watches/shell-commands.yaml",
            "  ./twinwatch demo --learn                           feedback, retraining, shadow and promotion; --learn --help",
            "",
            "Exit status: 0 fine, 1 it failed, 2 the simulated demo missed its gate, 64 the command line is wrong,",
            "130 it was stopped with Ctrl-C.",
        },
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    /** Measured: with less, training of the default demo runs out. */
    private static final long LEAST_HEAP = 512L << 20;

    /** That heap, and as much again for the state of the stream, native algebra, threads and code. */
    private static final long LEAST_MEMORY = 2 * LEAST_HEAP;

    @Spec
    private CommandSpec spec;

    @Option(names = "--headless", description = "Ends by itself.")
    private boolean headless;

    @Option(
            names = "--json",
            description = "Ends by itself, with one JSON object on standard output and all else on standard error.")
    private boolean json;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder to keep, empty or of the same demo; default: a temporary one.")
    private @Nullable Path data;

    @Option(names = "--port", defaultValue = "0", description = "Port of the broker; default: any free one.")
    private int port;

    @Option(
            names = "--http-port",
            defaultValue = "0",
            description = "Port of the page and of the API; default: any free one.")
    private int httpPort;

    @Mixin
    private SimulationOptions simulation;

    @ArgGroup(exclusive = false, heading = "Recorded events instead of simulated ones:%n")
    private @Nullable ReplayOptions replay;

    @Override
    public Integer call() throws Exception {
        // First, so that a mistake in what was given leaves no folder behind.
        Scenario scenario = scenario();
        Optional<Demo.Comparison> comparison = replay == null ? Optional.empty() : replay.comparison(scenario.watch());
        Room.requireMemory(
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize(), LEAST_MEMORY);
        Room.requireHeap(Runtime.getRuntime().maxMemory(), LEAST_HEAP);
        DemoFolder folder = DemoFolder.at(data);
        Logging.to(folder.log());
        Screen screen = json ? Screen.on(System.err) : Screen.on(System.out);
        try (DemoSession session = new DemoSession(folder, port, httpPort, screen)) {
            Demo.Ended ended = session.run(scenario, simulation.seed(), comparison);
            List<String> missed = sumUp(screen, ended);
            if (json) {
                spec.commandLine().getOut().println(ended.report().json());
            } else if (!headless) {
                LookFurther.lines(folder, ended).forEach(screen::line);
                session.untilStopped();
            }
            return status(missed);
        }
    }

    /** What a finished demo ends with, by the conditions of its gate that are not met. */
    static int status(List<String> missed) {
        return missed.isEmpty() ? Main.FINE : Main.GATE_MISSED;
    }

    private Scenario scenario() throws IOException {
        return replay == null ? simulation.scenario() : replay.scenario();
    }

    private List<String> sumUp(Screen screen, Demo.Ended ended) {
        screen.line("");
        Summary.of(ended.report()).forEach(screen::line);
        List<String> missed = replay == null ? Gate.missedBy(ended.report()) : List.of();
        missed.forEach(sentence -> screen.line("  missed: " + sentence));
        return missed;
    }
}
