package dev.twinwatch.stream.dashboard;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The models of a watch as the page shows them.
 *
 * @param published epoch, live, shadow, previous and all models, as {@code models list --json} has them, with their provenance
 * @param changes of models, the newest first
 * @param drift how far the traffic has moved since the live model was calibrated, in words; null where nothing is known of it
 * @param unread why changes and drift are not known; null where they are
 */
public record PublishedModels(
        Map<String, @Nullable Object> published,
        List<ModelChange> changes,
        @Nullable String drift,
        @Nullable String unread) {}
