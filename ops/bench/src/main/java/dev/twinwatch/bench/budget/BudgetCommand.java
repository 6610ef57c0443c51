package dev.twinwatch.bench.budget;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.sandbox.simulator.Simulation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch budget`: trains with a budget and counts what honest customers raise afterwards. */
@Command(
        name = "budget",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Simulates customers who are all honest and slowly change their habits, trains on their first"
                + " payments and counts the alerts of the later ones, beside those that the budget expects: for the"
                + " budget of the training and for others, by the limits that the bundle keeps. Exit status 2 where a"
                + " budget of 200 alerts or more is missed by more than a factor of 1.5.",
        footer = {"", "Example:", "  ./twinwatch budget --seeds 1 --entities 500"})
public final class BudgetCommand implements Callable<Integer> {
    private static final double ENOUGH = 200;
    private static final double FACTOR = 1.5;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seeds",
            defaultValue = "3",
            description = "Populations, each with a training (${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--entities", defaultValue = "2000", description = "Customers (${DEFAULT-VALUE}).")
    private int entities;

    @Option(
            names = "--history",
            defaultValue = "150",
            description = "First payments of each customer, which train and enrol (${DEFAULT-VALUE}).")
    private int history;

    @Option(
            names = "--events",
            defaultValue = "300",
            description = "Later payments of each customer, about (${DEFAULT-VALUE}).")
    private int events;

    @Option(
            names = "--budgets",
            split = ",",
            paramLabel = "TEXT",
            defaultValue = "1 per 1000 events,2 per 1000 entities per day,1 per 3000 events",
            description = "The first one is that of the training (${DEFAULT-VALUE}).")
    private List<String> budgets = new ArrayList<>();

    @Option(names = "--json", description = "Print one JSON object last.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Realised> rows = new ArrayList<>();
        spec.commandLine()
                .getOut()
                .printf(
                        "%4s  %-32s  %6s  %9s  %8s  %6s  %5s%n",
                        "seed", "budget", "limit", "events", "expected", "alerts", "ratio");
        for (int seed = 1; seed <= seeds; seed++) {
            rows.addAll(realised(seed));
        }
        if (json) {
            spec.commandLine().getOut().println(json(rows));
        }
        boolean kept = rows.stream()
                .filter(row -> row.expected() >= ENOUGH)
                .allMatch(row -> row.ratio() <= FACTOR && row.ratio() >= 1 / FACTOR);
        return kept ? 0 : 2;
    }

    private List<Realised> realised(int seed) throws IOException {
        Path folder = Files.createTempDirectory("twinwatch-budget");
        try {
            // The simulator draws up to a tenth fewer payments than it is asked for, and wants room for a takeover.
            HonestCustomers customers = new HonestCustomers(
                    new Simulation(entities, (history + events) * 10 / 9 + 60, history, seed), folder);
            spec.commandLine().getErr().println("seed " + seed + ": training");
            Bundle bundle = customers.train(budgets.get(0));
            List<Realised> rows = new ArrayList<>();
            for (String budget : budgets) {
                Realised row =
                        customers.realise(bundle, budget, Runtime.getRuntime().availableProcessors());
                rows.add(row);
                spec.commandLine().getOut().println(text(row));
                spec.commandLine().getOut().flush();
            }
            return rows;
        } finally {
            for (String name : List.of("history.csv", "events.csv")) {
                Files.deleteIfExists(folder.resolve(name));
            }
            Files.delete(folder);
        }
    }

    private static String text(Realised row) {
        return String.format(
                Locale.ROOT,
                "%4d  %-32s  %6.2f  %,9d  %8.0f  %6d  %5.2f",
                row.seed(),
                row.budget(),
                row.limit(),
                row.events(),
                row.expected(),
                row.alerts(),
                row.ratio());
    }

    private static String json(List<Realised> rows) {
        try {
            return new ObjectMapper().writeValueAsString(Map.of("rows", rows));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figures cannot be written as JSON", e);
        }
    }
}
