package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.features.Layout;
import dev.twinwatch.trainer.history.History;
import dev.twinwatch.trainer.history.HistoryReader;
import dev.twinwatch.trainer.history.ReadingProgress;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import dev.twinwatch.trainer.training.Hyperparameters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** `twinwatch reproduce`: trains again from what a bundle says of itself, and shows what differs. */
@Command(
        name = "reproduce",
        sortOptions = false,
        customSynopsis = "./twinwatch reproduce BUNDLE --events SOURCE [OPTIONS]",
        header = "Trains again from what a bundle says of itself, and shows what differs.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%n",
        description =
                "Watch, hyperparameters and seed are those in the bundle; events, labels and the bundle that its weights"
                        + " started from are to be given. The same release on the same machine and Java gives the same bytes.",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the bytes are the same",
            "1:the data or the bundle is wrong; one sentence says what to do",
            "2:something differs, and the table says what",
            "64:the command line is wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./twinwatch reproduce model.bundle --events history.csv",
            "  ./twinwatch reproduce model.bundle --events history.csv --labels frauds.csv --from before.bundle",
        })
final class ReproduceCommand implements Callable<Integer> {
    private static final int DIFFERS = 2;

    @Parameters(paramLabel = "BUNDLE", description = "what `twinwatch train` wrote")
    private Path bundle;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "SOURCE",
            description =
                    "the history: a CSV file (also .gz), an Avro file (.avro) or a topic (kafka://host:port/topic)")
    private String events;

    @Option(names = "--labels", paramLabel = "FILE", description = "the labels that it was trained with")
    private @Nullable Path labels;

    @Mixin
    private TransferOptions transfer;

    @Mixin
    private TopicOptions topic;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter terminal = spec.commandLine().getErr();
        Bundle then = BundleFile.read(bundle);
        byte[] again = train(then, terminal);
        List<Difference> differences = Difference.between(then, BundleFile.read(again));
        PrintWriter paper = spec.commandLine().getOut();
        if (differences.isEmpty()) {
            paper.println("the same, byte for byte: version " + then.version());
            return 0;
        }
        differences.forEach(paper::println);
        return DIFFERS;
    }

    private byte[] train(Bundle then, PrintWriter terminal) throws IOException {
        Layout layout = then.model().layout();
        List<Label> known = labels == null
                ? List.of()
                : LabelFile.read(labels, layout.watch()).labels();
        OwnEvents own = new OwnEvents(layout, known);
        Path folder = Objects.requireNonNull(bundle.toAbsolutePath().getParent(), "a file is in a folder");
        try (History history = HistoryReader.read(
                topic.open(events), layout, own, own.values(), RejectListener.NOBODY, folder, ReadingProgress.SILENT)) {
            if (!history.sha256().equals(then.provenance().dataSha256())) {
                terminal.println("the events are not those that it was trained on: it is trained all the same");
            }
            TerminalProgress progress = new TerminalProgress(terminal);
            byte[] again = new Training(layout, hyperparameters(then))
                    .startingFrom(transfer.read(layout, terminal), transfer.facts())
                    .knowing(own.windows())
                    .nameless(then.model().cohort().names().isEmpty()
                            && then.model().cohort().entities().length > 0)
                    .run(history, progress)
                    .bundle();
            progress.end();
            return again;
        }
    }

    private static Hyperparameters hyperparameters(Bundle then) {
        Map<String, String> said = then.provenance().hyperparameters();
        Hyperparameters settings = Hyperparameters.defaults();
        for (String name : settings.values().keySet()) {
            String value = said.get(name);
            if (value != null) {
                settings = settings.with(name, value);
            }
        }
        return settings;
    }
}
