package dev.twinwatch.stream.api;

import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/feedback}: says what an alert, or an event of an entity, turned out to be. */
final class FeedbackRoute implements Handler {
    /** A broker that is away holds each one up for up to two minutes; the rest of the API has to go on. */
    private static final int MOST_AT_A_TIME = 8;

    private final Page page;
    private final Semaphore places = new Semaphore(MOST_AT_A_TIME);

    FeedbackRoute(Page page) {
        this.page = page;
    }

    /** The body; anything may be missing. */
    record Answer(
            @Nullable String alert,
            @Nullable String event,
            @Nullable String entity,
            @Nullable String verdict,
            @Nullable String comment,
            @Nullable String who) {}

    @Override
    public void handle(Context context) throws InterruptedException {
        Answer answer =
                PostedWords.body(context, Answer.class, "alert, or event and entity, and verdict, comment and who");
        if (isBlank(answer.alert) == (isBlank(answer.event) || isBlank(answer.entity))) {
            throw new RefusedRequestException(
                    400, "`alert` is missing: give the id of an alert, or `event` and `entity` instead");
        }
        Label label = Arrays.stream(Label.values())
                .filter(value -> value.name().equals(answer.verdict))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(
                        400, "`verdict` is " + answer.verdict + ", expected FRAUD or LEGITIMATE"));
        String who = PostedWords.who(answer.who);
        String text = PostedWords.text("comment", answer.comment);
        String comment = text.isEmpty() ? null : text;
        Optional<Alert> alert =
                answer.alert == null ? Optional.empty() : page.recent().alert(answer.alert);
        if (!isBlank(answer.alert) && alert.isEmpty()) {
            throw new RefusedRequestException(
                    404, "this alert is not among the recent ones: use `twinwatch feedback --alert ID` for older ones");
        }
        if (!places.tryAcquire()) {
            throw new RefusedRequestException(503, "Kafka has not taken earlier feedback yet: try again in a minute");
        }
        try {
            if (alert.isPresent()) {
                page.answers().take(alert.get(), label, who, comment);
            } else {
                page.eventAnswers()
                        .take(String.valueOf(answer.event), String.valueOf(answer.entity), label, who, comment);
            }
            context.status(204);
        } catch (RuntimeException e) {
            throw new RefusedRequestException(503, String.valueOf(e.getMessage()));
        } finally {
            places.release();
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
