package dev.twinwatch.sandbox.demo.judging;

import dev.twinwatch.sandbox.demo.recording.Stretch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What really happened, to hold alerts against. */
public final class Truth {
    private final List<Stretch> all;
    private final Map<String, List<Stretch>> byEntity;
    private final int window;

    /**
     * The truth of one stream.
     *
     * @param window so many events after a stretch an alert is late and not false: length of the watch's sequence
     */
    public Truth(List<Stretch> stretches, int window) {
        this.all = List.copyOf(stretches);
        this.byEntity = all.stream().collect(Collectors.groupingBy(Stretch::entity));
        this.window = window;
    }

    /** All stretches. */
    public List<Stretch> stretches() {
        return all;
    }

    /** An alert swallows so many events after it. */
    int window() {
        return window;
    }

    /** What an alert is worth that opened at the event of this number. */
    public Finding of(String entity, int number) {
        List<Stretch> own = byEntity.getOrDefault(entity, List.of());
        Optional<Stretch> now = own.stream().filter(s -> s.covers(number)).findFirst();
        if (now.isPresent()) {
            return new Finding.Caught(now.get(), number - now.get().first() + 1);
        }
        return own.stream()
                .filter(s -> s.last() < number && number <= s.last() + window)
                .findFirst()
                .<Finding>map(s -> new Finding.Late(s, number - s.last()))
                .orElseGet(Finding.False::new);
    }
}
