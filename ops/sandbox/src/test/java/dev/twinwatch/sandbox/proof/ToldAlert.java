package dev.twinwatch.sandbox.proof;

import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.sandbox.simulator.PaymentCsv;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.Progress;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.CsvSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One alert from its opening to where the stream ends: what a backtest tells of it, or what the service wrote in all. */
record ToldAlert(String alertId, String entity, String openingEvent, String severity) {
    /** As a backtest of these payments tells them, by id; the first ones of each customer are its history. */
    static Map<String, ToldAlert> ofBacktest(byte[] bundle, List<Payment> payments, Path folder) throws IOException {
        List<Payment> history = new ArrayList<>();
        List<Payment> events = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        for (Payment payment : payments) {
            boolean enrol = seen.merge(payment.customer(), 1, Integer::sum) <= CardPayments.ENROLLED;
            (enrol ? history : events).add(payment);
        }
        PaymentCsv.write(history, folder.resolve("history.csv"));
        PaymentCsv.write(events, folder.resolve("events.csv"));
        EvidenceModel model = BundleFile.read(bundle).model();
        Contestant contestant =
                new Contestant("live", model, model.layout().watch().alerts(), Optional.empty(), Optional.empty());
        Map<String, ToldAlert> told = new TreeMap<>();
        new Backtest(contestant, Optional.empty(), 2, RejectListener.NOBODY, Progress.SILENT)
                .run(
                        Optional.of(new CsvSource(folder.resolve("history.csv"))),
                        new CsvSource(folder.resolve("events.csv")))
                .stories()
                .forEach(story -> told.put(
                        story.alertId(),
                        new ToldAlert(
                                story.alertId(),
                                story.entity(),
                                story.opening().id(),
                                story.severity().name())));
        return told;
    }

    /** As the changes of alerts say, by id: the newest one of each alert has its highest severity. */
    static Map<String, ToldAlert> ofChanges(Collection<List<AlertChange>> byEntity) {
        Map<String, ToldAlert> told = new TreeMap<>();
        byEntity.forEach(changes -> changes.forEach(change -> told.put(
                change.alertId(),
                new ToldAlert(change.alertId(), change.entity(), change.openingEvent(), change.severity()))));
        return told;
    }
}
