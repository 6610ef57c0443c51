package dev.twinwatch.stream.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** `twinwatch enrol`: makes entities known at once, from their history. */
@Command(
        name = "enrol",
        mixinStandardHelpOptions = true,
        description =
                "Makes entities known at once: the service learns the rows of a CSV file and does not judge them.",
        footer = {
            "",
            "The same as `send --enrol`: the rows go onto the topic of events, marked as history that you vouch for.",
            "All instances of the service learn them, each those of its own partitions.",
            "",
            "Examples:",
            "  ./twinwatch enrol --events history.csv --config twinwatch.yaml",
            "  ./twinwatch enrol --events history.csv.gz --config twinwatch.yaml --format avro",
            "",
            "Ends with 1 where no row, or fewer than 99 in 100, is an event of the watch; the others were sent.",
        })
final class EnrolCommand implements Callable<Integer> {
    @Mixin
    private SendingOptions sending = new SendingOptions();

    @Override
    public Integer call() throws Exception {
        return sending.send(true, 0);
    }
}
