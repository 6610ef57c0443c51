package dev.twinwatch.bench.budget;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.engine.watch.Budget;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.PaymentCsv;
import dev.twinwatch.sandbox.simulator.Simulation;
import dev.twinwatch.trainer.app.Training;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.backtest.BacktestResult;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.Progress;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** Customers of whom nobody is taken over, but each changes a habit every 100 payments; their first payments are history. */
final class HonestCustomers {
    private static final String WATCH = "/watches/card-payments.yaml";

    private final long seed;
    private final CsvSource history;
    private final CsvSource events;

    /** Writes their payments into a folder. */
    HonestCustomers(Simulation simulation, Path folder) throws IOException {
        this.seed = simulation.seed();
        List<Payment> first = new ArrayList<>();
        List<Payment> later = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Payment payment : simulation.runHonest().payments()) {
            boolean early = seen.merge(payment.customer(), 1, Integer::sum) <= simulation.historyEvents();
            (early ? first : later).add(payment);
        }
        PaymentCsv.write(first, folder.resolve("history.csv"));
        PaymentCsv.write(later, folder.resolve("events.csv"));
        this.history = new CsvSource(folder.resolve("history.csv"));
        this.events = new CsvSource(folder.resolve("events.csv"));
    }

    /** A model of their history, for the watch of the demo with this budget. */
    Bundle train(String budget) throws IOException {
        Layout layout = Layout.of(WatchFile.parse(
                "card-payments.yaml", watch().replaceFirst("alerts: .*", "alerts: {budget: " + budget + "}")));
        try (History read = HistoryReader.read(history, layout)) {
            return BundleFile.read(
                    new Training(layout, Hyperparameters.defaults().withSeed(seed))
                            .run(read, dev.twinwatch.trainer.training.Progress.SILENT)
                            .bundle());
        }
    }

    private static String watch() throws IOException {
        try (InputStream file = Objects.requireNonNull(HonestCustomers.class.getResourceAsStream(WATCH))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a budget comes to after their history, with the limit that the bundle knows for it. */
    Realised realise(Bundle bundle, String text, int threads) {
        Budget budget = Budget.parse(text)
                .orElseThrow(() -> new IllegalArgumentException(
                        "--budgets has " + text + ", expected for example " + Budget.EXAMPLES));
        AlertRule rule = new AlertRule(budget, OptionalDouble.empty());
        EvidenceModel model = bundle.limitedBy(rule);
        Contestant contestant =
                new Contestant(text, model, rule, bundle.alerting().rates(), Optional.empty());
        BacktestResult result = new Backtest(
                        contestant, Optional.empty(), threads, RejectListener.NOBODY, Progress.SILENT)
                .run(Optional.of(history), events);
        double expected = budget.perEvent(bundle.alerting().rates()) * result.events();
        return new Realised(
                seed,
                text,
                model.limit(),
                result.events(),
                expected,
                result.stories().size());
    }
}
