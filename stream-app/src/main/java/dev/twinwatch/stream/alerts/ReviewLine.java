package dev.twinwatch.stream.alerts;

import dev.twinwatch.contracts.Score;
import dev.twinwatch.engine.text.OneLine;
import dev.twinwatch.engine.watch.Watch;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** An event below the limit that is offered for review, as one line with what to type about it. */
public final class ReviewLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+-]+");

    private final Watch watch;

    /** For the events of one watch. */
    public ReviewLine(Watch watch) {
        this.watch = watch;
    }

    /** When, who, how unusual, and the command that says what it was. */
    public String of(Score score) {
        Instant time = score.getEventTime();
        String entity = String.valueOf(score.getEntity());
        String event = score.getEventId();
        String unusual = score.getEvidence() == null || score.getLimit() == null
                ? ""
                : String.format(Locale.ROOT, ", score %.1f, limit %.1f", score.getEvidence(), score.getLimit());
        return (time == null ? "event" : TIME.format(time)) + "  REVIEW    " + watch.entity() + " "
                + OneLine.of(entity + " raised no alert (event " + event + unusual
                        + ")  was it? ./twinwatch feedback --event " + quoted(event) + " --entity " + quoted(entity)
                        + " --legitimate, or --fraud");
    }

    /** As a shell reads it back. */
    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
