package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.evaluation.LearningCurve;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.source.LabelFile;
import dev.twinwatch.trainer.source.PairFile;
import dev.twinwatch.trainer.training.Hyperparameters;
import dev.twinwatch.trainer.training.Pretrained;
import dev.twinwatch.trainer.training.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch train`: reads a history, trains the twin network, calibrates it, writes the bundle and the report. */
@Command(
        name = "train",
        sortOptions = false,
        customSynopsis = "./twinwatch train --watch FILE --events SOURCE --out FILE [OPTIONS]",
        header = "Reads a history, trains the twin network, calibrates it, writes a model bundle and a report.",
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
            "  ./twinwatch train --watch new.yaml --events few.csv --out new.bundle --from model.bundle --freeze embedding",
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

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "where the bundle goes; beside it NAME.report.html for people")
    private Path out;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description =
                    "CSV with entity, label, and event_id or from and to: events called FRAUD are not the entity's"
                            + " own, windows that end in one are learned from as those of somebody else; features of confirmed frauds are"
                            + " told of them from known_at on")
    private @Nullable Path labels;

    @Option(
            names = "--pairs",
            paramLabel = "FILE",
            description = "CSV with left, right, alike: the encoder learns from these pairs of sequences, as they are,"
                    + " instead of from who made which; entities of alike sequences are one person")
    private @Nullable Path pairs;

    @Option(
            names = "--nameless",
            description =
                    "leave the names of entities out of the bundle, which else has up to 64 of them so that alerts"
                            + " can say whom somebody acts like")
    private boolean nameless;

    @Mixin
    private MostRejectedOption mostRejected;

    @Mixin
    private RejectsOption rejectsFile;

    @Mixin
    private LearningOptions learning;

    @Mixin
    private TransferOptions transfer;

    @Mixin
    private ResumeOptions interrupted;

    @Mixin
    private TopicOptions topic;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        mostRejected.check();
        Layout layout = Layout.of(WatchFile.read(watch));
        Hyperparameters settings = learning.hyperparameters();
        OutFile bundle = OutFile.of("--out", out);
        ReportFile report = ReportFile.beside(out);
        interrupted.check(out, terminal);
        Optional<Pretrained> pretrained = transfer.read(layout, terminal);
        LabelFile labelled =
                labels == null ? new LabelFile(List.of(), List.of()) : LabelFile.read(labels, layout.watch());
        OwnEvents own = new OwnEvents(layout, labelled.labels());
        try (History history = new TrainingHistory(layout, labelled, own, terminal)
                .read(topic.open(events), rejectsFile, mostRejected, out, pairs != null)) {
            SnapshotFiles snapshots = interrupted.files(out, facts(layout, history, settings));
            Training training = new Training(layout, settings)
                    .keeping(snapshots)
                    .startingFrom(pretrained, transfer.facts())
                    .knowing(own.windows())
                    .nameless(nameless);
            TerminalProgress progress = new TerminalProgress(terminal);
            LearningCurve curve = new LearningCurve(progress);
            Training.Result result = train(training, layout, labelled, history, curve, terminal);
            progress.end();
            bundle.replace(file -> Files.write(file, result.bundle()));
            snapshots.delete();
            report.write(result, settings, curve);
            TrainingSummary.print(terminal, result, out, report);
        }
        return 0;
    }

    private Training.Result train(
            Training training,
            Layout layout,
            LabelFile labelled,
            History history,
            Progress progress,
            PrintWriter terminal)
            throws IOException {
        return pairs == null
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
    }

    /** All that the bundle depends on. */
    private Map<String, String> facts(Layout layout, History history, Hyperparameters settings) throws IOException {
        Map<String, String> facts = new TreeMap<>();
        settings.values().forEach((name, value) -> facts.put(name, String.valueOf(value)));
        facts.put("release", Build.commit());
        facts.put("events", history.sha256());
        facts.put("watch", Sha256.of(layout.watch().yaml().getBytes(StandardCharsets.UTF_8)));
        facts.putAll(transfer.facts());
        facts.put("nameless", String.valueOf(nameless));
        facts.put("file of --labels", FileSum.of(labels));
        facts.put("file of --pairs", FileSum.of(pairs));
        return facts;
    }
}
