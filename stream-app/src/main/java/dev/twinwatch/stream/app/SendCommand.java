package dev.twinwatch.stream.app;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** `twinwatch send`: puts the rows of a CSV file on the topic of events. */
@Command(
        name = "send",
        mixinStandardHelpOptions = true,
        description = "Puts the rows of a CSV file on the topic of events, for trying without a producer of one's own.",
        footer = {
            "",
            "Examples:",
            "  ./twinwatch send --events history.csv --config twinwatch.yaml --enrol",
            "  ./twinwatch send --events today.csv.gz --config twinwatch.yaml --speed 60",
            "  ./twinwatch send --events today.csv --watch watch.yaml --format avro --limit 1000",
            "",
            "Ends with 1 where no row, or fewer than 99 in 100, is an event of the watch; the others were sent.",
        })
final class SendCommand implements Callable<Integer> {
    @Mixin
    private SendingOptions sending = new SendingOptions();

    @Option(names = "--enrol", description = "You vouch for these events: they are learned and not judged.")
    private boolean enrol;

    @Option(
            names = "--speed",
            paramLabel = "X",
            description = "So many times as fast as it happened: 60 puts an hour into a minute; else without waiting.")
    private double speed;

    @Override
    public Integer call() throws Exception {
        return sending.send(enrol, speed);
    }
}
