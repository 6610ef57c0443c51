package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.engine.evidence.Comparison;
import dev.twinwatch.engine.evidence.References;
import dev.twinwatch.engine.evidence.Scorer;
import dev.twinwatch.engine.features.Event;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.features.Window;
import dev.twinwatch.engine.recent.Recent;
import dev.twinwatch.engine.recent.RecentCodec;
import java.util.ArrayList;
import java.util.List;

/** The repetitions of one tested subject as the engine sees them, and those of others that claim to be this subject. */
final class Subject {
    private final Scorer scorer;
    private final Layout layout;
    private final List<List<Event>> own;
    private final List<List<Event>> impostors;

    /** Key events of each repetition, in order of time. */
    Subject(Scorer scorer, List<List<Event>> own, List<List<Event>> impostors) {
        this.scorer = scorer;
        this.layout = scorer.model().layout();
        this.own = own;
        this.impostors = impostors;
    }

    /** Comparisons of the genuine repetitions and of those of impostors. */
    record Compared(List<Comparison> genuine, List<Comparison> impostors) {}

    /** All with the same references: the newest so many of those that enrol. */
    Compared withLatest(int kept) {
        Recent recent = new Recent(layout);
        List<Window> windows = new ArrayList<>();
        own.subList(0, Numbers.ENROLLED).forEach(repetition -> windows.add(next(recent, repetition)));
        References references = scorer.references(newest(windows, kept));
        List<Comparison> genuine = new ArrayList<>();
        byte[] state = RecentCodec.encode(recent);
        for (List<Event> repetition : own.subList(Numbers.ENROLLED, own.size())) {
            genuine.add(compare(next(RecentCodec.decode(layout, state), repetition), references));
        }
        List<Comparison> others = new ArrayList<>();
        for (List<Event> repetition : impostors) {
            others.add(compare(next(RecentCodec.decode(layout, state), repetition), references));
        }
        return new Compared(genuine, others);
    }

    /**
     * As the service does: some repetitions enrol, the others become references where their own evidence says so, the newest
     * ones are kept. Impostors come spread evenly between the genuine probes.
     *
     * @param poisoned whether impostors become references by the same rule; otherwise they leave no trace
     */
    Compared updating(int enrolled, int kept, boolean poisoned) {
        Recent recent = new Recent(layout);
        List<Window> windows = new ArrayList<>();
        own.subList(0, enrolled).forEach(repetition -> windows.add(next(recent, repetition)));
        Moving moving = new Moving(newest(windows, kept), kept);
        for (List<Event> repetition : own.subList(enrolled, Numbers.ENROLLED)) {
            moving.compare(next(recent, repetition), true);
        }
        Compared compared = new Compared(new ArrayList<>(), new ArrayList<>());
        int probes = own.size() - Numbers.ENROLLED;
        for (int i = 0; i < probes; i++) {
            compared.genuine().add(moving.compare(next(recent, own.get(Numbers.ENROLLED + i)), true));
            for (List<Event> repetition :
                    impostors.subList(impostors.size() * i / probes, impostors.size() * (i + 1) / probes)) {
                Recent claimed = poisoned ? recent : RecentCodec.decode(layout, RecentCodec.encode(recent));
                compared.impostors().add(moving.compare(next(claimed, repetition), poisoned));
            }
        }
        return compared;
    }

    /** References that follow what is compared. */
    private final class Moving {
        private final int kept;
        private final References references;
        private List<Window> windows;

        Moving(List<Window> windows, int kept) {
            this.windows = windows;
            this.kept = kept;
            this.references = scorer.references(windows);
        }

        Comparison compare(Window window, boolean absorbs) {
            Comparison comparison = Subject.this.compare(window, references);
            if (absorbs && comparison.evidence() < 0) {
                List<Window> more = new ArrayList<>(windows);
                more.add(window);
                windows = newest(more, kept);
                scorer.append(references, window, windows);
            }
            return comparison;
        }
    }

    private Comparison compare(Window window, References references) {
        references.endingBefore(window.firstNumber());
        return scorer.compare(window, references);
    }

    private static List<Window> newest(List<Window> windows, int kept) {
        return windows.subList(Math.max(0, windows.size() - kept), windows.size());
    }

    private static Window next(Recent recent, List<Event> repetition) {
        recent.beginSequence();
        repetition.forEach(recent::append);
        return recent.window().copy();
    }
}
