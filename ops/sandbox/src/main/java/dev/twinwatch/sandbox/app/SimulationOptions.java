package dev.twinwatch.sandbox.app;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.recording.SimulatedPayments;
import dev.twinwatch.sandbox.simulator.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many card payments are simulated, and which. */
final class SimulationOptions {
    private static final int EVENTS_PER_ENTITY = 300;
    private static final int HISTORY_PER_ENTITY = 150;
    private static final int LEAST_EVENTS = 3_000;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--seed", defaultValue = "1", description = "Of simulation and training; ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--events",
            defaultValue = "120000",
            description = "About how many events to simulate, at least 3000; ${DEFAULT-VALUE}.")
    private int events;

    long seed() {
        return seed;
    }

    Scenario scenario() throws IOException {
        if (events < LEAST_EVENTS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--events is " + events + ", expected " + LEAST_EVENTS
                            + " or more, so that somebody is taken over");
        }
        int entities = Math.round((float) events / EVENTS_PER_ENTITY);
        return SimulatedPayments.of(
                paymentsWatch(), new Simulation(entities, EVENTS_PER_ENTITY, HISTORY_PER_ENTITY, seed));
    }

    private static Watch paymentsWatch() throws IOException {
        String name = "card-payments.yaml";
        try (InputStream watch = Objects.requireNonNull(
                SimulationOptions.class.getResourceAsStream("/watches/" + name), name + " is missing in this build")) {
            return WatchFile.parse(name, new String(watch.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
