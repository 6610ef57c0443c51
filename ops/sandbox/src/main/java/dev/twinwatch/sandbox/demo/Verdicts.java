package dev.twinwatch.sandbox.demo;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.AlertState;
import dev.twinwatch.contracts.Outcome;
import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.watch.FeatureSpec;
import dev.twinwatch.sandbox.demo.judging.Blocks;
import dev.twinwatch.sandbox.demo.judging.Finding;
import dev.twinwatch.sandbox.demo.judging.Tally;
import dev.twinwatch.sandbox.demo.judging.Truth;
import dev.twinwatch.sandbox.demo.judging.ZScores;
import dev.twinwatch.sandbox.demo.recording.Recording;
import dev.twinwatch.sandbox.demo.recording.Sample;
import dev.twinwatch.sandbox.demo.report.AlertLine;
import dev.twinwatch.sandbox.demo.report.BlockReport;
import dev.twinwatch.sandbox.demo.report.DemoReport;
import dev.twinwatch.sandbox.demo.report.Published;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.demo.traffic.AlreadySent;
import dev.twinwatch.sandbox.demo.traffic.Ledger;
import dev.twinwatch.sandbox.demo.traffic.OutcomeReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Holds alerts against the truth as they come, shows them, and sums up. */
final class Verdicts implements OutcomeReader.Listener {
    private static final double THOUSAND = 1_000;

    private final Recording recording;
    private final Map<String, Sample> byId;
    private final Truth truth;
    private final Tally tally;
    private final AlertLine line;
    private final Screen screen;
    private final Optional<Blocks> blocks;
    private final List<Published> published;
    private final AlreadySent before;
    private volatile String lastAlert = "";

    Verdicts(
            Recording recording,
            Truth truth,
            AlertLine line,
            Screen screen,
            Optional<Blocks> blocks,
            List<Published> published,
            AlreadySent before) {
        this.recording = recording;
        this.byId = recording.liveById();
        this.truth = truth;
        this.tally = new Tally(truth);
        this.line = line;
        this.screen = screen;
        this.blocks = blocks;
        this.published = List.copyOf(published);
        this.before = before;
    }

    @Override
    public void scored(Score score) {
        Sample sample = byId.get(score.getEventId());
        Double evidence = score.getEvidence();
        if (sample != null && evidence != null) {
            blocks.ifPresent(all -> all.scored(sample, evidence, score.getFlagged()));
        }
    }

    @Override
    public void alert(Alert alert) {
        if (alert.getState() != AlertState.OPENED) {
            return;
        }
        Finding finding = finding(alert);
        tally.explained(finding, line.fieldOfFirstReason(alert));
        lastAlert = alert.getAlertId();
        if (wasShown(alert)) {
            return;
        }
        screen.line(line.of(alert, finding));
    }

    /** An earlier run sent its event, and showed it unless it was stopped at that moment. */
    private boolean wasShown(Alert alert) {
        Sample opening = byId.get(alert.getOpeningEvent().getEventId());
        return opening != null && before.has(opening);
    }

    private Finding finding(Alert alert) {
        String eventId = alert.getOpeningEvent().getEventId();
        Sample opening = byId.get(eventId);
        if (opening != null) {
            return tally.opened(alert.getEntity(), opening.number());
        }
        if (recording.isJudgedHistory(eventId)) {
            return new Finding.InHistory();
        }
        throw new IllegalStateException("alert " + alert.getAlertId() + " opens with event " + eventId
                + ", which was not sent: something else writes to the topic");
    }

    /** Id of the alert that was opened last; empty for none. */
    String lastAlert() {
        return lastAlert;
    }

    /** For when outcomes are no longer read, wherever the stream is. */
    String soFar(Ledger ledger) {
        return String.format(
                Locale.ROOT,
                "after %,d of %,d events, with %d of %d takeovers caught and %d false alerts",
                ledger.judged(),
                recording.live().size(),
                tally.caught(),
                truth.stretches().size(),
                tally.falseAlerts());
    }

    /** For after the last outcome. */
    DemoReport report(Ledger ledger, String model, Map<String, Double> seconds) {
        long events = recording.live().size();
        long sentNow =
                recording.live().stream().filter(sample -> !before.has(sample)).count();
        Tally baseline = ZScores.of(recording).best(truth, tally.falseAlerts());
        OptionalDouble delay = tally.medianDelay();
        Map<String, Long> outcomes = new TreeMap<>();
        ledger.outcomes().forEach((outcome, count) -> outcomes.put(outcome.name(), count));
        return new DemoReport(
                events,
                recording.history().size(),
                recording.entities(),
                ledger.outcomes().getOrDefault(Outcome.SCORED, 0L),
                outcomes,
                tally.alerts(),
                truth.stretches().size(),
                tally.caught(),
                tally.byStyle(),
                tally.falseAlerts(),
                tally.late(),
                tally.falseAlerts() * THOUSAND / events,
                delay.isPresent() ? delay.getAsDouble() : null,
                tally.explained(),
                new DemoReport.Baseline(
                        baseline.caught(),
                        baseline.falseAlerts(),
                        ZScores.feature(recording.layout().watch())
                                .map(FeatureSpec::field)
                                .orElse("")),
                sentNow / seconds.getOrDefault("stream", Double.NaN),
                new DemoReport.Latency(ledger.latencyMillis(50), ledger.latencyMillis(99)),
                model,
                seconds,
                blocks.map(all -> BlockReport.of(all, published)).orElse(null));
    }
}
