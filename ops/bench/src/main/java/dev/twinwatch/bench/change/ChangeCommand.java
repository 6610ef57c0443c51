package dev.twinwatch.bench.change;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.twinwatch.bench.process.Folder;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.app.Logging;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** `twinwatch change`: changes the model of two running instances under load and looks at every event. */
@Command(
        name = "change",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Starts a broker, a registry and two instances of the service, enrols simulated customers who are all"
                        + " honest, streams their payments at a steady pace, and makes another model the live one meanwhile. Every"
                        + " event is then decided again by the engine alone, with the model that the service names for it. Exit"
                        + " status 2 where an event is lost, doubled or a mixture, a partition stands still for two seconds, the service falls below half its speed, or false"
                        + " alerts after the change are over the budget by more than chance.",
        footer = {"", "Example:", "  ./twinwatch change --rate 1000 --seconds 20"})
public final class ChangeCommand implements Callable<Integer> {
    private static final String WATCH = "/watches/card-payments.yaml";
    private static final int TRAINED_ON = 100;
    private static final long SEED = 11;

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "5000", description = "Events a second (${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seconds",
            defaultValue = "60",
            description = "How long events come after the change, and a third of it before (${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--entities", defaultValue = "1000", description = "Customers (${DEFAULT-VALUE}).")
    private int entities;

    @Option(
            names = "--backlog",
            description =
                    "All events wait on the topic before the first is decided: shows how much slower a change makes the"
                            + " service at its full speed. --rate then says only how many there are; no partition is watched"
                            + " for standing still.")
    private boolean backlog;

    @Option(names = "--json", description = "Print one JSON object last.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        if (rate < 1 || seconds < 3 || entities < TRAINED_ON) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate " + rate + " --seconds " + seconds + " --entities " + entities
                            + ": expected at least 1, 3 and " + TRAINED_ON);
        }
        Path log = Files.createTempFile("twinwatch-change-", ".log");
        Logging.to(log);
        say("log: " + log);
        say("simulating payments");
        Traffic traffic = Traffic.of(entities, rate * (seconds + seconds / 3), SEED);
        String yaml = watch();
        Layout layout = Layout.of(WatchFile.parse("card-payments.yaml", yaml));
        say("training two models");
        byte[] first = traffic.model(layout, TRAINED_ON, 1);
        byte[] second = traffic.model(layout, TRAINED_ON, 2);
        Path folder = Files.createTempDirectory("twinwatch-change");
        try {
            Files.writeString(folder.resolve("watch.yaml"), yaml);
            ChangeRun run = new ChangeRun(folder, traffic, layout, first, second, this::say);
            Changed changed = backlog
                    ? run.onABacklog()
                    : run.at(rate, Math.min(traffic.live().size(), rate * (seconds / 3)));
            print(changed);
            return changed.passed() ? 0 : 2;
        } finally {
            Folder.delete(folder);
        }
    }

    private void print(Changed changed) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d events: %,d by the old model, %,d by the new one; lost %,d, doubled %,d, mixed %,d%n"
                        + "%s%n"
                        + "false alerts by the new model: %,d, the budget allows %.1f%n",
                changed.events(),
                changed.byOld(),
                changed.byNew(),
                changed.lost(),
                changed.doubled(),
                changed.mixed(),
                changed.disturbance().words(),
                changed.alertsAfter(),
                changed.expectedAfter());
        if (json) {
            ObjectNode object = new JsonMapper().createObjectNode();
            object.put("events", changed.events());
            object.put("lost", changed.lost());
            object.put("doubled", changed.doubled());
            object.put("mixed", changed.mixed());
            new TreeMap<>(changed.disturbance().figures()).forEach(object::put);
            object.put("falseAlerts", changed.alertsAfter());
            object.put("budget", changed.expectedAfter());
            out.println(object);
        }
        out.flush();
    }

    private void say(String words) {
        spec.commandLine().getErr().println(words);
    }

    private static String watch() throws IOException {
        try (InputStream file = Objects.requireNonNull(ChangeCommand.class.getResourceAsStream(WATCH))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
