package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.LossKind;
import dev.twinwatch.trainer.training.Trained;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
        sortOptions = false,
        customSynopsis = "./twinwatch train --watch FILE --events SOURCE --out FILE [OPTIONS]",
        header = "Reads a history, trains the twin network, calibrates it and writes a model bundle.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        footer = {
            "",
            "Example:",
            "  ./twinwatch train --watch watch.yaml --events payments.csv.gz --out model.bundle",
        })
final class TrainCommand implements Callable<Integer> {
    @Option(names = "--watch", required = true, paramLabel = "FILE", description = "the watch: what an event is")
    private Path watch;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "SOURCE",
            description = "history: a CSV file (also .gz), an Avro file (.avro) or a topic (kafka://host:port/topic)")
    private String events;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the bundle goes")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "CSV with entity, label, and event_id or from and to: events called FRAUD are not learned from")
    private @Nullable Path labels;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "CSV with left, right, alike: the encoder learns from these pairs of sequences, as they are,"
                    + " instead of from who made which")
    private @Nullable Path pairs;

    @Option(
            names = "--loss",
            paramLabel = "NAME",
            defaultValue = "SUPERVISED_CONTRASTIVE",
            description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}; pairs take CONTRASTIVE")
    private LossKind loss;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "800",
            description = "most batches; default ${DEFAULT-VALUE}, ends early by itself")
    private int iterations;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "of all random choices; default ${DEFAULT-VALUE}")
    private long seed;

    @Mixin
    private TopicOptions topic;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        Layout layout = Layout.of(WatchFile.read(watch));
        OutFile bundle = OutFile.of(out);
        History history = read(layout, terminal);
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
        bundle.replace(file -> Files.write(file, result.bundle()));
        report(terminal, result);
        return 0;
    }

    private History read(Layout layout, PrintWriter terminal) {
        LabelFile labelled =
                labels == null ? new LabelFile(List.of(), List.of()) : LabelFile.read(labels, layout.watch());
        labelled.problems().forEach(p -> terminal.println("  skipped label: " + p));
        OwnEvents own = new OwnEvents(layout, labelled.labels());
        History history = HistoryReader.read(topic.open(events), layout, own);
        terminal.printf(
                Locale.ROOT,
                "read %,d events of %,d entities%s%s%n",
                history.rows(),
                history.entities().size(),
                own.leftOut() == 0 ? "" : ", " + own.leftOut() + " called fraud were left out",
                history.unreadable() == 0 ? "" : ", " + history.unreadable() + " records are no events");
        history.problems().forEach(p -> terminal.println("  " + p));
        if (!own.unmet().isEmpty()) {
            Label first = own.unmet().get(0);
            terminal.printf(
                    Locale.ROOT,
                    "  %d of %d labels name no event of this history, the first is of entity %s%s: compare entities,"
                            + " ids and times if that is not meant%n",
                    own.unmet().size(),
                    labelled.labels().size(),
                    first.entity(),
                    first.eventId().isEmpty() ? "" : " event " + first.eventId());
        }
        return history;
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
