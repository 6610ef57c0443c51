package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.LabelFile;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.LossKind;
import dev.twinwatch.trainer.training.Trained;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch train`: reads a history, trains the twin network, calibrates it and writes the bundle. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = "Reads a history, trains the twin network, calibrates it and writes a model bundle.",
        footer = {
            "",
            "Example:",
            "  ./twinwatch train --watch watch.yaml --events payments.csv.gz --out model.bundle",
        })
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--watch", required = true, description = "the watch file")
    private Path watch;

    @Option(
            names = "--events",
            required = true,
            description = "history: CSV (also .gz), Avro file (.avro) or kafka://host:port/topic")
    private String events;

    @Option(names = "--out", required = true, description = "where the bundle goes")
    private Path out;

    @Option(
            names = "--labels",
            description = "CSV with entity, event_id or from and to, label: events called FRAUD are not learned from")
    private @Nullable Path labels;

    @Option(names = "--pairs", description = "CSV with left, right, alike: pairs of sequences to learn from instead")
    private @Nullable Path pairs;

    @Option(names = "--loss", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private LossKind loss = LossKind.SUPERVISED_CONTRASTIVE;

    @Option(names = "--iterations", description = "most batches; default ${DEFAULT-VALUE}, ends early by itself")
    private int iterations = 800;

    @Option(names = "--seed", description = "of all random choices; default ${DEFAULT-VALUE}")
    private long seed = 1;

    @Mixin
    private TopicOptions topic;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        Layout layout = Layout.of(WatchFile.read(watch));
        requireWritable();
        List<LabelFile> labelled = labels == null ? List.of() : List.of(LabelFile.read(labels, layout.watch()));
        labelled.forEach(l -> l.problems().forEach(p -> terminal.println("  skipped label: " + p)));
        History history = HistoryReader.read(topic.open(events), layout, new OwnEvents(labelled));
        terminal.printf(
                Locale.ROOT,
                "read %,d events of %,d entities%s%n",
                history.rows(),
                history.entities().size(),
                history.unreadable() == 0 ? "" : ", " + history.unreadable() + " rows are no events");
        history.problems().forEach(p -> terminal.println("  " + p));
        TerminalProgress progress = new TerminalProgress(terminal);
        Training training =
                new Training(layout, Hyperparameters.of(loss).withSeed(seed).withIterations(iterations));
        Training.Result result = pairs == null
                ? training.run(history, progress)
                : training.run(
                        history,
                        SequencePairs.of(PairFile.read(pairs), topic.open(events), layout, terminal),
                        progress);
        progress.end();
        write(result.bundle());
        report(terminal, result);
        return 0;
    }

    /** Before minutes of training, not after. */
    private void requireWritable() {
        Path folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new IllegalArgumentException(
                    "--out " + out + ": folder " + folder + " does not exist or cannot be written, create it first");
        }
    }

    /** Whole or not at all: a service may be reading the old one. */
    private void write(byte[] bundle) throws IOException {
        Path beside = out.resolveSibling(out.getFileName() + ".part");
        Files.write(beside, bundle);
        Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
    }

    private void report(PrintWriter terminal, Training.Result result) {
        Calibrated calibrated = result.calibrated();
        Trained trained = result.trained();
        terminal.printf(
                Locale.ROOT,
                "encoder: equal error rate on unseen entities %s, untrained %s, best after %d batches%n",
                percent(trained.validation()),
                percent(trained.untrained()),
                trained.bestIteration());
        terminal.printf(
                Locale.ROOT,
                "calibrated on %d simulated takeovers: %d caught within their stretch, %d false alerts in %,d honest events,"
                        + " limit %.2f%n",
                calibrated.takeovers(),
                calibrated.caught(),
                calibrated.falseAlerts(),
                calibrated.honestEvents(),
                calibrated.model().limit());
        terminal.printf(
                Locale.ROOT,
                "wrote %s, %,d KB, version %s%n",
                out,
                result.bundle().length / 1024,
                Sha256.of(result.bundle()).substring(0, 12));
    }

    private static String percent(OptionalDouble share) {
        return share.isPresent() ? String.format(Locale.ROOT, "%.1f %%", 100 * share.getAsDouble()) : "not measured";
    }
}
