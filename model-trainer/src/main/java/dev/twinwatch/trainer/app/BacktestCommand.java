package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.bundle.Bundle;
import dev.twinwatch.engine.bundle.BundleException;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.trainer.backtest.Backtest;
import dev.twinwatch.trainer.backtest.BacktestResult;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.SideBySide;
import dev.twinwatch.trainer.backtest.Summary;
import dev.twinwatch.trainer.history.RejectListener;
import dev.twinwatch.trainer.source.Label;
import dev.twinwatch.trainer.source.LabelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch backtest`: runs the detector of the service over recorded events and says what it would have alerted. */
@Command(
        name = "backtest",
        sortOptions = false,
        customSynopsis = "./twinwatch backtest --bundle FILE --events SOURCE [OPTIONS]",
        header = "Runs the detector of the service over recorded events: which alerts, and how right they are.",
        synopsisHeading = "%nUsage: ",
        descriptionHeading = "%n",
        optionListHeading = "%n",
        description = {
            "Enrols the history, decides the events in the order of their rows, and prints one line for each alert and"
                    + " a table. The alerts are those of the service, fed with the same events.",
            "",
            "With labels: a takeover is the events of an entity with a label FRAUD, as long as they are within"
                    + " sequence.length events of each other. It is caught where an alert opens at one of its events; such an"
                    + " alert is right. One that opens within sequence.length events after a takeover is late, neither"
                    + " right nor false; all others are false. Where the watch has no time, positions in labels count on"
                    + " from the history to the events. The column known_at is not used.",
            "",
            "With --control and --feedback, what people and the service said meanwhile acts again, each record on the"
                    + " events that were written after it: by the timestamps of the records where events, control and"
                    + " feedback are topics. Records of files act by the time of the event, by `at` of a control record"
                    + " and by `known_at` of feedback. A snooze ends, and a limit begins, at the event time that it"
                    + " names. The control topic is compacted: of several records under one key it may hold the last"
                    + " alone, and a file holds nothing that was taken back. With --control, features of confirmed"
                    + " frauds are told what its fraud cases say, and not the labels.",
            "",
            "History and events are CSV files (also .gz), Avro files (.avro) or topics (kafka://host:port/topic). Events of"
                    + " a topic that carry the header twinwatch-enrol are enrolled where they stand.",
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:the events were decided",
            "1:the data, the bundle or a setting is wrong; one sentence says what to do",
            "64:the command line is wrong",
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./twinwatch backtest --bundle model.bundle --history march.csv --events april.csv",
            "  ./twinwatch backtest --bundle model.bundle --history march.csv --events april.csv --labels frauds.csv \\",
            "      --compare-set alerts.budget=\"5 per day\" --out alerts.csv",
            "  ./twinwatch backtest --bundle model.bundle --registry http://localhost:8081 \\",
            "      --events kafka://localhost:9092/cards.events.v1 --control kafka://localhost:9092/cards.control.v1 \\",
            "      --feedback kafka://localhost:9092/cards.feedback.v1",
        })
final class BacktestCommand implements Callable<Integer> {
    @Option(
            names = "--bundle",
            required = true,
            paramLabel = "FILE",
            description = "the model, as `twinwatch train` wrote it")
    private Path bundle;

    @Option(
            names = "--history",
            paramLabel = "SOURCE",
            description = "events that are enrolled first, without a verdict")
    private @Nullable String history;

    @Option(names = "--events", required = true, paramLabel = "SOURCE", description = "events to decide")
    private String events;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            description = "CSV with entity, label, and event_id or from and to: what really happened")
    private @Nullable Path labels;

    @Mixin
    private InterventionOptions interventions;

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "another budget than that of the bundle, alerts.budget=\"20 per day\", or alerts.limit=4.5")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "another bundle, to be shown beside the first one, alert by alert")
    private @Nullable Path other;

    @Option(
            names = "--compare-set",
            paramLabel = "NAME=VALUE",
            description = "the same for another setting, of the bundle of --compare if there is one")
    private Map<String, String> otherSettings = new LinkedHashMap<>();

    @Option(names = "--out", paramLabel = "FILE", description = "CSV file for the alerts")
    private @Nullable Path out;

    @Option(names = "--json", description = "prints the figures as one JSON object, last")
    private boolean json;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "threads that decide, 1 to 64; default: one for each core; the alerts do not depend on it")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private RejectsOption rejectsFile;

    @Mixin
    private MostRejectedOption mostRejected;

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
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("--threads is " + threads + ", expected 1 to 64: leave it out");
        }
        Optional<OutFile> table = out == null ? Optional.empty() : Optional.of(OutFile.of("--out", out));
        Contestant first = contestant("--bundle", bundle, "--set", settings);
        Optional<Contestant> second = other == null && otherSettings.isEmpty()
                ? Optional.empty()
                : Optional.of(contestant("--compare", other == null ? bundle : other, "--compare-set", otherSettings));
        Optional<List<Label>> known = labels(first.model().layout().watch(), terminal);
        BacktestResult result;
        Optional<BacktestResult> compared;
        try (Rejects rejects = rejectsFile.openBeside(out, "backtest")) {
            result = run(first, known, rejects, terminal);
            mostRejected.require(rejects, sources(), result.enrolled() + result.events());
            rejects.show(terminal);
            compared = second.map(contestant -> run(contestant, known, RejectListener.NOBODY, terminal));
        }
        BacktestNotes.print(terminal, result);
        print(result, compared, table);
        return 0;
    }

    private Contestant contestant(String option, Path file, String setting, Map<String, String> values)
            throws IOException {
        Bundle loaded;
        try {
            loaded = BundleFile.read(file);
        } catch (BundleException e) {
            throw new IllegalArgumentException(option + " " + file + ": " + e.getMessage(), e);
        }
        return AlertSettings.applied(setting, values, String.valueOf(file.getFileName()), loaded);
    }

    private Optional<List<Label>> labels(Watch watch, PrintWriter terminal) {
        if (labels == null) {
            return Optional.empty();
        }
        LabelFile file = LabelFile.read(labels, watch);
        Labelled.showProblems(file, terminal);
        return Optional.of(file.labels());
    }

    private BacktestResult run(
            Contestant contestant, Optional<List<Label>> known, RejectListener rejects, PrintWriter terminal) {
        BacktestLine progress = new BacktestLine(terminal);
        try {
            return new Backtest(contestant, known, interventions.read(contestant, topic), threads, rejects, progress)
                    .run(Optional.ofNullable(history).map(topic::open), topic.open(events));
        } finally {
            progress.end();
        }
    }

    private String sources() {
        return history == null ? events : history + " and " + events;
    }

    private void print(BacktestResult result, Optional<BacktestResult> compared, Optional<OutFile> file)
            throws IOException {
        PrintWriter paper = spec.commandLine().getOut();
        AlertText text = new AlertText(result.contestant().model().layout().watch());
        AlertTable alerts = new AlertTable(text);
        Summary summary = Summary.of(result);
        if (compared.isEmpty()) {
            result.stories().forEach(story -> paper.println(text.of(story)));
            new BacktestTable(paper, List.of(result), List.of(summary)).print();
            if (file.isPresent()) {
                file.get().replace(path -> alerts.write(result.stories(), path));
            }
            printJson(paper, BacktestJson.of(summary));
            return;
        }
        SideBySide both = SideBySide.of(result.stories(), compared.get().stories());
        Summary second = Summary.of(compared.get());
        both.pairs().forEach(pair -> paper.println(text.of(pair)));
        new BacktestTable(paper, List.of(result, compared.get()), List.of(summary, second)).print();
        paper.printf(
                "  %,d alerts in both, %,d only in the first, %,d only in the second%n",
                both.both(), both.onlyFirst(), both.onlySecond());
        if (file.isPresent()) {
            file.get().replace(path -> alerts.write(both, path));
        }
        printJson(paper, BacktestJson.of(summary, second, both));
    }

    private void printJson(PrintWriter paper, String object) {
        if (json) {
            paper.println(object);
        }
        paper.flush();
    }
}
