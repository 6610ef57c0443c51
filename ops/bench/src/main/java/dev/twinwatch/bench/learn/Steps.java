package dev.twinwatch.bench.learn;

import dev.twinwatch.contracts.Retraining;
import dev.twinwatch.registry.SchemaRegistry;
import dev.twinwatch.sandbox.demo.screen.Screen;
import dev.twinwatch.serde.AvroDeserializer;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.kafka.WholeTopic;
import dev.twinwatch.stream.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Follows what the retraining service says of itself, and tells it. */
final class Steps {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Settings settings;
    private final SchemaRegistry registry;
    private final Screen screen;
    private int told;

    Steps(Settings settings, SchemaRegistry registry, Screen screen) {
        this.settings = settings;
        this.registry = registry;
        this.screen = screen;
    }

    /**
     * Waits until one has ended.
     *
     * @throws IllegalStateException where none does in a quarter of an hour
     */
    Retraining awaitEnd() throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (System.nanoTime() < end) {
            List<Retraining> all = all();
            for (; told < all.size(); told++) {
                Retraining step = all.get(told);
                screen.line("          retraining " + step.getWhat() + ": " + step.getReason());
            }
            Optional<Retraining> ended = ends(all).stream().findFirst();
            if (ended.isPresent()) {
                return ended.get();
            }
            Thread.sleep(LOOK.toMillis());
        }
        throw new IllegalStateException(
                "no retraining has ended in " + LONGEST.toMinutes() + " minutes: look into the log");
    }

    /** Those that ended, with a model or without. */
    int ended() {
        return ends(all()).size();
    }

    private static List<Retraining> ends(List<Retraining> all) {
        return all.stream()
                .filter(step -> switch (step.getWhat()) {
                    case PUBLISHED, REFUSED, FAILED -> true;
                    case REQUESTED, STARTED, PROGRESS, SKIPPED -> false;
                })
                .toList();
    }

    private List<Retraining> all() {
        List<Retraining> steps = new ArrayList<>();
        try (AvroDeserializer<Retraining> deserializer = new AvroDeserializer<>(registry, Retraining.class)) {
            new WholeTopic(new Clients(settings), settings.topics().retraining()).read(record -> {
                Retraining step = deserializer.deserialize(record.topic(), record.value());
                if (step != null) {
                    steps.add(step);
                }
            });
        }
        return steps;
    }
}
