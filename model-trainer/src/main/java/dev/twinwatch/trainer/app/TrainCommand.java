package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.calibration.Calibrated;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryException;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.source.EventSource;
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
import java.util.Objects;
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
        descriptionHeading = "%n",
        optionListHeading = "%n",
        description =
                "Three tenths of the entities, at least four, are held out of training: they fix the limit, and one"
                        + " half of them measures what the other half fixed. With fewer than eight entities nobody is held out,"
                        + " and the figures say in-sample. The history is read once and need not fit into memory: where it"
                        + " does not, it stands in unnamed files beside --out, twice its events at about 50 bytes each.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the bundle is written",
            "1:the data, the watch or a setting is wrong; one sentence says what to do",
            "64:the command line is wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./twinwatch train --watch watch.yaml --events payments.csv.gz --out model.bundle",
            "  ./twinwatch train --watch watch.yaml --events kafka://localhost:9092/payments --out model.bundle \\",
            "      --registry http://localhost:8081 --labels frauds.csv",
            "  ./twinwatch train --watch watch.yaml --events signatures.csv --pairs pairs.csv --out model.bundle",
            "  ./twinwatch train --watch watch.yaml --events export.csv --out model.bundle --max-rejected 5",
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
                    + " instead of from who made which; entities of alike sequences are one person")
    private @Nullable Path pairs;

    @Option(
            names = "--max-rejected",
            paramLabel = "PERCENT",
            defaultValue = HistoryReader.MOST_REJECTED,
            description = "training stops where more than this share of the records are no events; 0 to 100, default"
                    + " ${DEFAULT-VALUE}")
    private double mostRejected;

    @Mixin
    private RejectsOption rejectsFile;

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
        requireShare();
        Layout layout = Layout.of(WatchFile.read(watch));
        OutFile bundle = OutFile.of("--out", out);
        LabelFile labelled =
                labels == null ? new LabelFile(List.of(), List.of()) : LabelFile.read(labels, layout.watch());
        try (History history = read(layout, labelled, terminal)) {
            train(layout, labelled, history, bundle, terminal);
        }
        return 0;
    }

    private void train(Layout layout, LabelFile labelled, History history, OutFile bundle, PrintWriter terminal)
            throws IOException {
        TerminalProgress progress = new TerminalProgress(terminal);
        Training training =
                new Training(layout, Hyperparameters.of(loss).withSeed(seed).withIterations(iterations));
        Training.Result result = pairs == null
                ? training.run(history, progress)
                : training.run(
                        history,
                        SequencePairs.of(
                                PairFile.read(pairs),
                                topic.open(events),
                                layout,
                                new OwnEvents(layout, labelled.labels()),
                                terminal),
                        progress);
        progress.end();
        bundle.replace(file -> Files.write(file, result.bundle()));
        report(terminal, result);
    }

    private void requireShare() {
        if (!(mostRejected >= 0 && mostRejected <= 100)) {
            throw new IllegalArgumentException("--max-rejected is " + mostRejected
                    + ", expected a share in percent from 0 to 100: leave it out for " + HistoryReader.MOST_REJECTED);
        }
    }

    private History read(Layout layout, LabelFile labelled, PrintWriter terminal) throws IOException {
        Labelled.showProblems(labelled, terminal);
        OwnEvents own = new OwnEvents(layout, labelled.labels());
        History history;
        try (Rejects rejects = rejectsFile.open(out)) {
            EventSource source = topic.open(events);
            ReadingLine progress = new ReadingLine(terminal);
            Path folder = Objects.requireNonNull(out.toAbsolutePath().getParent(), "a file is in a folder");
            history = HistoryReader.read(source, layout, own, rejects, folder, progress);
            progress.end();
            try {
                rejects.requireAtMost(mostRejected, source.name(), history.rows());
            } catch (HistoryException e) {
                history.close();
                throw e;
            }
            terminal.printf(
                    Locale.ROOT,
                    "read %,d events of %,d entities%s%s%n",
                    history.rows(),
                    history.entities().size(),
                    own.leftOut() == 0 ? "" : ", " + own.leftOut() + " called fraud were left out",
                    rejects.count() == 0 ? "" : ", " + rejects.count() + " records are no events");
            rejects.show(terminal);
        }
        for (String field : history.missingFields()) {
            terminal.println(
                    "  no event has a value of " + field + ": correct its name in the watch if that is not meant");
        }
        showOdd(layout, history, terminal);
        Labelled.showUnmet(own, labelled.labels().size(), terminal);
        return history;
    }

    /** What is taken in all the same, but may not be meant. */
    private void showOdd(Layout layout, History history, PrintWriter terminal) {
        if (history.backwards() > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d events are older than the one before of the same %s: they are taken in the order of their rows,"
                            + " sort them by %s if that is not meant%n",
                    history.backwards(),
                    layout.watch().entity(),
                    layout.watch().time().orElseThrow().field());
        }
        long brief = history.entities().stream()
                .filter(entity -> HistoryWindows.count(layout, entity) < 2)
                .count();
        if (pairs == null && brief > 0) {
            terminal.printf(
                    Locale.ROOT,
                    "  %,d of %,d entities have fewer than two windows of %d events: the encoder does not learn from them%n",
                    brief,
                    history.entities().size(),
                    layout.watch().sequence().length());
        }
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
                "calibrated: %d of %d simulated takeovers caught within their stretch, %d false alerts in %,d honest events,"
                        + " limit %.2f%n",
                calibrated.caught(),
                calibrated.takeovers(),
                calibrated.falseAlerts(),
                calibrated.honestEvents(),
                calibrated.model().limit());
        terminal.println(
                calibrated.inSample()
                        ? "  in-sample: too few entities to hold any out, these figures are of entities that training saw"
                                + " and flatter"
                        : "  held out: measured on entities that neither the encoder nor this calibration had seen");
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
