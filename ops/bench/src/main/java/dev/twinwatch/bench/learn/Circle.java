package dev.twinwatch.bench.learn;

import dev.twinwatch.bench.traffic.Outcomes;
import dev.twinwatch.bench.traffic.Sending;
import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.sandbox.simulator.Payment;
import dev.twinwatch.stream.comparison.Comparing;
import dev.twinwatch.stream.comparison.ComparisonReport;
import dev.twinwatch.stream.control.ModelPublisher;
import dev.twinwatch.stream.control.ReleasedBundle;
import dev.twinwatch.stream.control.Releases;
import dev.twinwatch.stream.control.Terms;
import dev.twinwatch.stream.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/** From alerts to a better model: everything that happens once broker, registry, service and retraining run. */
final class Circle {
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);
    private static final int LISTED = 3;

    private final Settings settings;
    private final SchemaRegistry registry;
    private final Town town;
    private final Screen screen;
    private final int perSecond;

    /** With so many events a second while models are compared and changed. */
    Circle(Settings settings, SchemaRegistry registry, Town town, Screen screen, int perSecond) {
        this.settings = settings;
        this.registry = registry;
        this.town = town;
        this.screen = screen;
        this.perSecond = perSecond;
    }

    /** Runs it with the model that is live; returns what came of it. */
    LearnReport run(byte[] first, int labels) throws Exception {
        People people = new People(settings, registry, town);
        Steps steps = new Steps(settings, registry, screen);
        try (Outcomes outcomes = new Outcomes(settings, registry);
                Sending sending = new Sending(settings, registry)) {
            long sent = 0;
            screen.step("enrolled", () -> {
                sending.enrol(town.history());
                return decided(outcomes, town.history().size());
            });
            sent += town.history().size();
            stream(sending, outcomes, town.first(), sent, "streamed before anybody says anything");
            sent += town.first().size();
            List<Alert> alerts = people.alerts();
            List<Alert> spokenOf = alerts.subList(0, Math.min(labels, alerts.size()));
            tell(
                    "%d alerts, %d of them right; analysts speak of %d",
                    alerts.size(), right(people, alerts), spokenOf.size());
            people.speakOf(spokenOf);
            int complaints = people.complain(alerts, town.first(), labels - spokenOf.size());
            if (complaints > 0) {
                tell("%d customers report payments that are not theirs, of which no alert spoke", complaints);
            }
            Retraining end = steps.awaitEnd();
            outcomes.watch();
            stream(sending, outcomes, town.trial(), sent, "streamed with both models");
            Duration inTrial = outcomes.longestGap();
            sent += town.trial().size();
            boolean shadow = end.getModel() != null;
            if (shadow) {
                compare();
            }
            outcomes.watch();
            CompletableFuture<Void> streaming = CompletableFuture.runAsync(() -> sending.send(town.last(), perSecond));
            if (shadow) {
                promote();
            } else {
                tell("no new model: the live one stays");
            }
            streaming.get();
            sent += town.last().size();
            Duration inChange = outcomes.longestGap();
            boolean all = outcomes.await(sent, LONGEST_STANDSTILL);
            tell("%,d events streamed meanwhile, %s", town.last().size(), all ? "all decided" : "not all decided");
            Bundle before = BundleFile.read(first);
            Bundle after = live();
            Duration stall = inTrial.compareTo(inChange) > 0 ? inTrial : inChange;
            Trial trial = new Trial(town);
            return new LearnReport(
                    spokenOf.size() + complaints,
                    steps.ended(),
                    before.version(),
                    after.version(),
                    trial.of(before),
                    trial.of(after),
                    stall.toMillis() / 1e3,
                    sent - outcomes.byEvent().size(),
                    outcomes.doubled());
        }
    }

    private void stream(Sending sending, Outcomes outcomes, List<Payment> payments, long before, String words)
            throws Exception {
        screen.step(String.format(Locale.ROOT, "%,d events %s", payments.size(), words), () -> {
            sending.send(payments, perSecond);
            return decided(outcomes, before + payments.size());
        });
    }

    /** What is not decided by then will hardly be, and nothing that follows would mean anything. */
    private static long decided(Outcomes outcomes, long events) throws InterruptedException {
        if (!outcomes.await(events, LONGEST_STANDSTILL)) {
            throw new IllegalStateException("the service stands still at "
                    + outcomes.byEvent().size() + " of " + events + " events: look into the log");
        }
        return events;
    }

    private void compare() throws Exception {
        ComparisonReport compared = new Comparing(settings, registry).run();
        StringWriter table = new StringWriter();
        compared.print(new PrintWriter(table, true), LISTED);
        table.toString().lines().forEach(line -> screen.line("          " + line));
    }

    private void promote() {
        ModelPublisher.Published published = new ModelPublisher(settings, registry)
                .promote("shadow", Terms.by("demo", "better beside the live model"));
        tell("model %s is promoted, epoch %d", published.version().substring(0, 12), published.epoch());
    }

    private Bundle live() {
        Releases releases = Releases.read(settings, registry);
        return BundleFile.read(ReleasedBundle.read(settings, registry, releases.named("live")));
    }

    private static long right(People people, List<Alert> alerts) {
        return alerts.stream().filter(people::isRight).count();
    }

    private void tell(String words, Object... values) {
        screen.line("          " + String.format(Locale.ROOT, words, values));
    }
}
