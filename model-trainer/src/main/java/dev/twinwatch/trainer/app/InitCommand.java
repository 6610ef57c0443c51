package dev.twinwatch.trainer.app;

import dev.twinwatch.trainer.inspection.Inspection;
import dev.twinwatch.trainer.inspection.Proposal;
import dev.twinwatch.trainer.inspection.Wishes;
import dev.twinwatch.trainer.source.FirstRecords;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** `twinwatch init`: looks at events and writes a watch file for them, with the reasons. */
@Command(
        name = "init",
        sortOptions = false,
        customSynopsis = "./twinwatch init --events SOURCE --out FILE [OPTIONS]",
        header = "Looks at your events and writes a watch file for them, with a comment for every choice.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%n",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch init --events payments.csv --out watch.yaml",
            "  ./twinwatch init --events logins.csv.gz --out logins.yaml --entity user --time logged_in_at",
            "  ./twinwatch init --events kafka://127.0.0.1:9092/orders --registry http://127.0.0.1:8081 --out watch.yaml",
        })
final class InitCommand implements Callable<Integer> {
    @Option(
            names = "--events",
            required = true,
            paramLabel = "SOURCE",
            description = "a CSV file (also .gz), an Avro file (.avro) or a topic (kafka://host:port/topic)")
    private String events;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "where the watch goes")
    private Path out;

    @Option(names = "--entity", paramLabel = "COLUMN", description = "whose behaviour is learned; else guessed")
    private @Nullable String entity;

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description =
                    "when an event happened, or `" + Wishes.NO_TIME + "` if the order of rows counts; else guessed")
    private @Nullable String time;

    @Option(names = "--name", paramLabel = "NAME", description = "of the watch; else that of the source")
    private @Nullable String name;

    @Option(names = "--force", description = "overwrites a file that is there")
    private boolean force;

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
        PrintWriter terminal = spec.commandLine().getErr();
        OutFile watch = OutFile.of("--out", out);
        if (Files.exists(out) && !force) {
            throw new IllegalArgumentException(
                    "--out " + out + " is there already: add --force to overwrite it, or name another file");
        }
        Wishes wishes = new Wishes(Optional.ofNullable(entity), Optional.ofNullable(time), Optional.ofNullable(name));
        FirstRecords source = limit.of(topic.open(events));
        Proposal proposal = Inspection.propose(source, events, wishes);
        watch.replace(file -> Files.writeString(file, proposal.yaml()));
        limit.tell(source, terminal);
        proposal.summary().forEach(terminal::println);
        terminal.println("wrote " + out + ", with the reasons; next:");
        terminal.println("  ./twinwatch check --watch " + out + " --events " + events + topic.typed());
        return 0;
    }
}
