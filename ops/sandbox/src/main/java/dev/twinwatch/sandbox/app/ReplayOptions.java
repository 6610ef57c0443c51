package dev.twinwatch.sandbox.app;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.sandbox.demo.Demo;
import dev.twinwatch.sandbox.demo.recording.RecordedFile;
import dev.twinwatch.sandbox.demo.recording.Scenario;
import dev.twinwatch.sandbox.demo.report.Published;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Recorded events that take the place of simulated ones. */
final class ReplayOptions {
    @Option(names = "--replay", required = true, paramLabel = "FILE", description = "CSV, plain or .gz.")
    private Path file;

    @Option(
            names = "--labels",
            required = true,
            paramLabel = "FILE",
            description = "CSV: entity,from,to,label or entity,event_id,label.")
    private Path labels;

    @Option(names = "--watch", required = true, paramLabel = "FILE", description = "What to watch in the events.")
    private Path watch;

    @Option(
            names = "--history",
            required = true,
            paramLabel = "N",
            description = "So many first events of each entity train and enrol.")
    private int history;

    @Option(
            names = "--blocks",
            paramLabel = "N",
            description = "Rates by block of N events as well, as the literature on masqueraders has them.")
    private @Nullable Integer blocks;

    @Option(
            names = "--published",
            paramLabel = "FILE",
            description = "CSV: name,hits,false_alarms,source; published rates by block to show beside."
                    + " By default NAME.published.csv beside the watch, in blocks of one window.")
    private @Nullable Path published;

    Scenario scenario() throws IOException {
        return new RecordedFile(WatchFile.read(watch), file, labels, history);
    }

    /** What was asked for; else what lies beside the watch as NAME.published.csv, by blocks of one window. */
    Optional<Demo.Comparison> comparison(Watch watched) {
        Path rates = published == null ? besideTheWatch() : published;
        if (blocks == null && !Files.exists(rates)) {
            return Optional.empty();
        }
        return Optional.of(new Demo.Comparison(
                blocks == null ? watched.sequence().length() : blocks,
                Files.exists(rates) ? Published.read(rates) : List.of()));
    }

    private Path besideTheWatch() {
        String name = watch.getFileName().toString().replaceFirst("[.][^.]*$", "");
        return watch.resolveSibling(name + ".published.csv");
    }
}
