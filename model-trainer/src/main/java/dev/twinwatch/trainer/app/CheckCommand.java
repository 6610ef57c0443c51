package dev.twinwatch.trainer.app;

import dev.twinwatch.engine.watch.Watch;
import dev.twinwatch.engine.watch.WatchFile;
import dev.twinwatch.trainer.inspection.Check;
import dev.twinwatch.trainer.inspection.CheckReport;
import dev.twinwatch.trainer.source.FirstRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch check`: says what a watch understands of some events, and what will not work. */
@Command(
        name = "check",
        sortOptions = false,
        customSynopsis = "./twinwatch check --watch FILE --events SOURCE [OPTIONS]",
        header = "Says what a watch understands of your events, and what will not work.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {
            "0:training will work, though there may be warnings",
            "1:it will not, or the watch or the events cannot be read",
            "64:the command line cannot be understood"
        },
        footer = {
            "",
            "Examples:",
            "  ./twinwatch check --watch watch.yaml --events payments.csv",
            "  ./twinwatch check --watch watch.yaml --events kafka://127.0.0.1:9092/card-payments.events.v1",
        })
final class CheckCommand implements Callable<Integer> {
    @Option(names = "--watch", required = true, paramLabel = "FILE", description = "the watch: what an event is")
    private Path watch;

    @Option(
            names = "--events",
            required = true,
            paramLabel = "SOURCE",
            description = "a CSV file (also .gz), an Avro file (.avro) or a topic (kafka://host:port/topic)")
    private String events;

    @Mixin
    private TopicOptions topic;

    @Mixin
    private LimitOption limit;

    @Mixin
    HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Watch read = WatchFile.read(watch);
        FirstRecords source = limit.of(topic.open(events));
        CheckReport report = Check.of(source, read, Instant.now());
        limit.tell(source, out);
        report.lines().forEach(line -> out.println("  " + line));
        report.warnings().forEach(warning -> out.println("warning: " + warning));
        report.failures().forEach(failure -> out.println("will not work: " + failure));
        if (report.failures().isEmpty()) {
            out.println(report.warnings().isEmpty() ? "all fine; next:" : "it can be trained; next:");
            out.println("  ./twinwatch train --watch " + watch + " --events " + events + topic.typed()
                    + " --out model.bundle");
        }
        out.flush();
        return report.failures().isEmpty() ? 0 : 1;
    }
}
