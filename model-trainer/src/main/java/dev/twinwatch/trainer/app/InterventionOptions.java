package dev.twinwatch.trainer.app;

import dev.twinwatch.contracts.Control;
import dev.twinwatch.contracts.Feedback;
import dev.twinwatch.trainer.backtest.Contestant;
import dev.twinwatch.trainer.backtest.ControlHistory;
import dev.twinwatch.trainer.backtest.FeedbackHistory;
import dev.twinwatch.trainer.backtest.Interventions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a backtest finds what people and the service said while the events happened. */
final class InterventionOptions {
    private static final String CONTROL = "--control";
    private static final String FEEDBACK = "--feedback";

    @Option(
            names = CONTROL,
            paramLabel = "SOURCE",
            description = "the topic <watch>.control.v1, or an Avro file of its records: snoozes, resets, limits and"
                    + " fraud cases act as they did; what it says of models is passed over")
    private @Nullable String control;

    @Option(
            names = FEEDBACK,
            paramLabel = "SOURCE",
            description =
                    "the topic <watch>.feedback.v1, or an Avro file of its records: heard between the events; what"
                            + " it makes a fraud case for others stands on the control topic")
    private @Nullable String feedback;

    /** Read anew for each contestant: limits hold for one bundle, and windows of fraud cases are those of one layout. */
    Interventions read(Contestant contestant, TopicOptions topic) {
        return new Interventions(
                Optional.ofNullable(control)
                        .map(name -> ControlHistory.read(
                                contestant.model().layout(),
                                contestant.version(),
                                topic.contracts(CONTROL, name, Control.class))),
                Optional.ofNullable(feedback)
                        .map(name -> FeedbackHistory.read(topic.contracts(FEEDBACK, name, Feedback.class))));
    }
}
