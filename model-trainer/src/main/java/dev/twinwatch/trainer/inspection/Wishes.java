package dev.twinwatch.trainer.inspection;

import java.util.Optional;

/**
 * What a person knows better than the data.
 *
 * @param entity the column that names who acts
 * @param time the column of the time, or {@value #NO_TIME}
 * @param name of the watch
 */
public record Wishes(Optional<String> entity, Optional<String> time, Optional<String> name) {
    /** In the place of a column: the order of the records counts. */
    public static final String NO_TIME = "none";
}
