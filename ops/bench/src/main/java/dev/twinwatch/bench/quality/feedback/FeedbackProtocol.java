package dev.twinwatch.bench.quality.feedback;

import dev.twinwatch.bench.quality.encoder.Protocol;
import dev.twinwatch.bench.quality.encoder.Trainings;
import dev.twinwatch.bench.quality.measure.Figure;
import dev.twinwatch.engine.cases.FraudCase;
import dev.twinwatch.engine.evidence.EvidenceModel;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.sandbox.simulator.Style;
import dev.twinwatch.sandbox.simulator.Takeover;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What the first ten confirmed cases of one crew are worth against its later takeovers: the same stream twice through the same
 * model, without cases and with them from the moment on at which the tenth is known.
 */
public final class FeedbackProtocol implements Protocol {
    private static final int CASES = 10;

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public int trainings() {
        return 1;
    }

    @Override
    public List<Figure> encoder(Trainings trainings, long seed) {
        Crews crews = Crews.of(trainings, seed);
        CrewPayments payments = crews.payments();
        EvidenceModel model = crews.live().model();
        List<Event> events = payments.events();
        List<Takeover> takeovers = payments.takeovers();
        CrewRun before = new CrewRun(model, events, takeovers, now -> List.of());
        List<Figure> figures = new ArrayList<>();
        for (Style style : Style.values()) {
            figures.addAll(figures(style, model, events, takeovers, before));
        }
        return figures;
    }

    private static List<Figure> figures(
            Style style, EvidenceModel model, List<Event> events, List<Takeover> takeovers, CrewRun before) {
        List<Takeover> confirmed = takeovers.stream()
                .filter(takeover -> takeover.style() == style && before.isCaught(takeover))
                .limit(CASES)
                .toList();
        List<FraudCase> cases = confirmed.stream().map(before::confirmed).toList();
        long known = confirmed.stream().mapToLong(CrewRun::end).max().orElseThrow();
        CrewRun after = new CrewRun(model, events, takeovers, now -> now > known ? cases : List.of());
        Predicate<Takeover> later = takeover -> CrewRun.begin(takeover) > known;
        Predicate<Takeover> same = later.and(takeover -> takeover.style() == style);
        Predicate<Takeover> others = later.and(takeover -> takeover.style() != style);
        double was = before.recall(takeovers, same);
        double is = after.recall(takeovers, same);
        String words = style.name().toLowerCase(Locale.ROOT) + " crew, " + CASES + " cases: ";
        return List.of(
                figure(words + "later takeovers", (double)
                        takeovers.stream().filter(same).count()),
                figure(words + "recall without them", was),
                figure(words + "recall with them", is),
                figure(words + "gain", is - was),
                figure(
                        words + "gain of the other crews",
                        after.recall(takeovers, others) - before.recall(takeovers, others)),
                figure(words + "false alerts without them", (double) before.falseAlertsAfter(known)),
                figure(words + "false alerts with them", (double) after.falseAlertsAfter(known)));
    }

    private static Figure figure(String measure, double value) {
        return new Figure("crews", measure, value);
    }
}
