package dev.twinwatch.stream.api;

import dev.twinwatch.stream.control.RefusedReleaseException;
import dev.twinwatch.stream.control.Terms;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code POST /api/models}: changes which model decides or scores along, upon the epoch that the person saw. */
final class ModelChangeRoute implements Handler {
    /** Digits that the page has are never too few, so that nobody means another one. */
    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");

    private final Page.Models models;
    /** Two at a time would shut each other out. */
    private final Semaphore place = new Semaphore(1);

    ModelChangeRoute(Page.Models models) {
        this.models = models;
    }

    /** The body; anything may be missing. */
    record Asked(
            @Nullable String change,
            @Nullable String version,
            @Nullable Long epoch,
            @Nullable String who,
            @Nullable String why) {}

    @Override
    public void handle(Context context) throws InterruptedException {
        ModelOrder order = order(PostedWords.body(context, Asked.class, "change, version, epoch, who and why"));
        if (!place.tryAcquire()) {
            throw new RefusedRequestException(
                    503, "another change of the models is under way: look at what comes of it, then ask again");
        }
        try {
            context.json(models.change(order));
        } catch (RefusedReleaseException e) {
            throw new RefusedRequestException(status(e.reason()), words(e, order));
        } catch (RuntimeException e) {
            throw new RefusedRequestException(503, String.valueOf(e.getMessage()));
        } finally {
            place.release();
        }
    }

    private static ModelOrder order(Asked asked) {
        ModelOrder.Change change = Arrays.stream(ModelOrder.Change.values())
                .filter(value -> value.name().equals(asked.change))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(
                        400,
                        "`change` is " + asked.change + ", expected one of "
                                + Arrays.toString(ModelOrder.Change.values())));
        String version = asked.version == null ? "" : asked.version;
        if (change.namesModel() && !VERSION.matcher(version).matches()) {
            throw new RefusedRequestException(
                    400, "`version` is " + asked.version + ", expected the 64 hexadecimal digits of a published model");
        }
        if (asked.epoch == null || asked.epoch < 0) {
            throw new RefusedRequestException(
                    400, "`epoch` is " + asked.epoch + ", expected that of `GET /api/models`: 0 or more");
        }
        String why = PostedWords.text("why", asked.why);
        if (why.isEmpty()) {
            throw new RefusedRequestException(400, "`why` is missing: the audit tells it to whoever asks later");
        }
        return new ModelOrder(
                change, version, Terms.by(PostedWords.who(asked.who), why).atEpoch(asked.epoch));
    }

    private static int status(RefusedReleaseException.Reason reason) {
        return switch (reason) {
            case OUTDATED -> 409;
            case UNKNOWN -> 404;
            case UNUSABLE, WORSE, IN_THE_WAY -> 422;
        };
    }

    /** For somebody at the page, who types no commands. */
    private static String words(RefusedReleaseException refused, ModelOrder order) {
        String remedy =
                switch (refused.reason()) {
                    case OUTDATED -> ": look at what holds now, then ask again if it is still needed";
                    case UNKNOWN -> ": look at what is published now";
                    case UNUSABLE -> "; publish it again, or retire it";
                    case WORSE ->
                        "; who wants it all the same types `./twinwatch models "
                                + order.change().name().toLowerCase(Locale.ROOT) + " "
                                + order.version().substring(0, 12) + " --force`";
                    case IN_THE_WAY -> "";
                };
        return refused.fact() + remedy;
    }
}
