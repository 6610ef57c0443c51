package dev.twinwatch.stream.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.twinwatch.contracts.Alert;
import dev.twinwatch.contracts.Label;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/feedback}: says what an alert, or an event of an entity, turned out to be. */
final class FeedbackRoute implements Handler {
    private static final int LONGEST_COMMENT = 1_000;
    private static final int LONGEST_NAME = 100;
    /** Whoever has nobody's name. */
    private static final String NOBODY = "page";
    /** A broker that is away holds each one up for up to two minutes; the rest of the API has to go on. */
    private static final int MOST_AT_A_TIME = 8;

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

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
        String type = context.contentType();
        // Any other type can be sent by a foreign form without asking first.
        if (type == null
                || !type.split(";", 2)[0].trim().toLowerCase(Locale.ROOT).equals("application/json")) {
            refuse(context, 415, "content type is " + type + ", expected application/json");
            return;
        }
        Answer answer;
        try {
            answer = JSON.readValue(context.body(), Answer.class);
        } catch (JsonProcessingException e) {
            refuse(
                    context,
                    400,
                    "the body is no JSON object of alert, or event and entity, and verdict, comment and who: "
                            + e.getOriginalMessage());
            return;
        }
        if (answer == null || isBlank(answer.alert) == (isBlank(answer.event) || isBlank(answer.entity))) {
            refuse(context, 400, "`alert` is missing: give the id of an alert, or `event` and `entity` instead");
            return;
        }
        Optional<Label> label = Arrays.stream(Label.values())
                .filter(value -> value.name().equals(answer.verdict))
                .findFirst();
        if (label.isEmpty()) {
            refuse(context, 400, "`verdict` is " + answer.verdict + ", expected FRAUD or LEGITIMATE");
            return;
        }
        if (isLonger(answer.comment, LONGEST_COMMENT) || isLonger(answer.who, LONGEST_NAME)) {
            refuse(
                    context,
                    400,
                    "`comment` may have " + LONGEST_COMMENT + " characters and `who` " + LONGEST_NAME + ": shorten it");
            return;
        }
        Optional<Alert> alert =
                answer.alert == null ? Optional.empty() : page.recent().alert(answer.alert);
        if (!isBlank(answer.alert) && alert.isEmpty()) {
            refuse(
                    context,
                    404,
                    "this alert is not among the recent ones: use `twinwatch feedback --alert ID` for older ones");
            return;
        }
        if (!places.tryAcquire()) {
            refuse(context, 503, "Kafka has not taken earlier feedback yet: try again in a minute");
            return;
        }
        try {
            take(answer, alert, label.get());
            context.status(204);
        } catch (RuntimeException e) {
            refuse(context, 503, String.valueOf(e.getMessage()));
        } finally {
            places.release();
        }
    }

    private void take(Answer answer, Optional<Alert> alert, Label label) throws InterruptedException {
        String who = orElse(answer.who, NOBODY);
        String comment = emptyAsNull(answer.comment);
        if (alert.isPresent()) {
            page.answers().take(alert.get(), label, who, comment);
        } else {
            page.eventAnswers().take(String.valueOf(answer.event), String.valueOf(answer.entity), label, who, comment);
        }
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static boolean isLonger(@Nullable String text, int most) {
        return text != null && text.length() > most;
    }

    private static String orElse(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip();
    }

    private static @Nullable String emptyAsNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void refuse(Context context, int status, String error) {
        context.status(status).json(new Refusal(error));
    }
}
