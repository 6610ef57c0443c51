package dev.twinwatch.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.twinwatch.sandbox.broker.Topics;
import dev.twinwatch.stream.kafka.Clients;
import dev.twinwatch.stream.settings.Settings;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Lets both topologies take the same events, in turn, and measures each. */
final class Bench {
    private static final long LONGEST_STANDSTILL_NANOS = 120_000_000_000L;
    private static final long POLL_MILLIS = 5;
    /** How often somebody who waits hears how far it is. */
    private static final long TELL_NANOS = 10_000_000_000L;

    private final OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Settings settings;
    private final Consumer<String> progress;

    /** On topics that exist. */
    Bench(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    static void createOutput(Settings settings, String bootstrapServers) {
        try (Topics topics = Topics.at(bootstrapServers)) {
            topics.ensure(ControlTopology.OUTPUT, settings.partitions(), Map.of());
        }
    }

    /** The first batch only warms up; from then on they take turns in going first. */
    Verdict run(Workload workload, Contestant full, Contestant control) throws InterruptedException {
        List<Sample> ofFull = new ArrayList<>();
        List<Sample> ofControl = new ArrayList<>();
        send(workload.history(), true);
        take(full, workload.history().size(), "history with scoring");
        take(control, workload.history().size(), "history without");
        for (int round = 0; round < workload.batches().size(); round++) {
            List<Workload.Sent> batch = workload.batches().get(round);
            send(batch, false);
            boolean fullFirst = round % 2 == 0;
            String name = round == 0 ? "warm-up" : "round " + round;
            Sample first = take(fullFirst ? full : control, batch.size(), name + ", the first of both");
            Sample second = take(fullFirst ? control : full, batch.size(), name + ", the second of both");
            Sample withScoring = fullFirst ? first : second;
            Sample without = fullFirst ? second : first;
            progress.accept(String.format(
                    "%s: %.0f events/s with scoring, %.0f without",
                    name, withScoring.eventsPerSecond(), without.eventsPerSecond()));
            if (round > 0) {
                ofFull.add(withScoring);
                ofControl.add(without);
            }
        }
        return new Verdict(ofFull, ofControl);
    }

    /** From a tenth of the events on, when joining the group and restoring are over. */
    private Sample take(Contestant contestant, long events, String what) throws InterruptedException {
        try (Contestant.Running running = contestant.start()) {
            Waiting waiting = new Waiting(what, events);
            Point begin = await(running, events / 10, waiting);
            Point end = await(running, events, waiting);
            return new Sample(
                    end.processed - begin.processed,
                    (end.nanos - begin.nanos) / 1e9,
                    (end.cpuNanos - begin.cpuNanos) / 1e9);
        }
    }

    private record Point(long processed, long nanos, long cpuNanos) {}

    /** Says from time to time how many of all events were taken. */
    private final class Waiting {
        private final String what;
        private final long all;
        private long told = System.nanoTime();

        Waiting(String what, long all) {
            this.what = what;
            this.all = all;
        }

        void at(long processed, long now) {
            if (now - told >= TELL_NANOS) {
                told = now;
                progress.accept(String.format("  %s: %d of %d events", what, processed, all));
            }
        }
    }

    private Point await(Contestant.Running running, long events, Waiting waiting) throws InterruptedException {
        long last = -1;
        long since = System.nanoTime();
        while (true) {
            running.check();
            long processed = running.processed();
            long now = System.nanoTime();
            waiting.at(processed, now);
            if (processed >= events) {
                return new Point(processed, now, process.getProcessCpuTime());
            }
            if (processed > last) {
                last = processed;
                since = now;
            } else if (now - since > LONGEST_STANDSTILL_NANOS) {
                throw new IllegalStateException(
                        "the topology stands still at " + processed + " of " + events + " events");
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    private void send(List<Workload.Sent> records, boolean enrol) {
        try (Producer<byte[], byte[]> producer = new Clients(settings).producer()) {
            for (Workload.Sent record : records) {
                var sent = new ProducerRecord<>(
                        settings.topics().events(), record.entity().getBytes(StandardCharsets.UTF_8), record.value());
                if (enrol) {
                    sent.headers().add("twinwatch-enrol", "true".getBytes(StandardCharsets.UTF_8));
                }
                // What is not sent would be waited for in vain.
                var unused = producer.send(sent);
            }
        }
    }
}
