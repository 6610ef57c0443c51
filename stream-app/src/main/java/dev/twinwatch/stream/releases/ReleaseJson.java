package dev.twinwatch.stream.releases;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinwatch.engine.bundle.Provenance;
import dev.twinwatch.engine.watch.AlertRule;
import dev.twinwatch.stream.control.Release;
import dev.twinwatch.stream.control.Releases;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is published, as one line of JSON; times as text in UTC, what is not known as null. */
public final class ReleaseJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReleaseJson() {}

    /** The pointer and all releases: `epoch, live, shadow, previous, models`. */
    public static String of(Releases releases) {
        return text(object(releases, ReleaseJson::brief));
    }

    /** The same as an object, each release with its whole provenance. */
    public static Map<String, @Nullable Object> whole(Releases releases) {
        return object(releases, ReleaseJson::whole);
    }

    /** One release with its whole provenance. */
    public static String of(Release release) {
        return text(whole(release));
    }

    private static Map<String, @Nullable Object> object(
            Releases releases, Function<Release, Map<String, @Nullable Object>> each) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("epoch", releases.epoch());
        object.put("live", releases.live().orElse(null));
        object.put("shadow", releases.shadow().orElse(null));
        object.put("previous", releases.previous().orElse(null));
        object.put("models", releases.all().stream().map(each).toList());
        return object;
    }

    private static Map<String, @Nullable Object> whole(Release release) {
        Map<String, @Nullable Object> object = brief(release);
        release.contents().map(Release.Contents::provenance).ifPresent(from -> {
            object.put("dataSha256", from.dataSha256());
            object.put("seed", from.seed());
            object.put("commit", from.commit());
            object.put("java", from.java());
            object.put("dl4j", from.dl4j());
            object.put("hyperparameters", new TreeMap<>(from.hyperparameters()));
        });
        return object;
    }

    private static Map<String, @Nullable Object> brief(Release release) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("version", release.version());
        object.put("state", release.state().name().toLowerCase(Locale.ROOT));
        object.put("problem", release.problem().isEmpty() ? null : release.problem());
        object.put(
                "publishedAt", release.said().map(said -> said.at().toString()).orElse(null));
        object.put("who", release.said().map(Release.Publication::who).orElse(null));
        object.put("why", release.said().map(Release.Publication::why).orElse(null));
        release.contents().ifPresent(contents -> {
            AlertRule rule = contents.rule();
            object.put("limit", contents.limit());
            object.put("budget", rule.limit().isPresent() ? null : rule.budget().text());
            Provenance from = contents.provenance();
            object.put("events", from.rows());
            object.put("entities", from.entities());
            object.put("from", contents.from());
            object.put("to", contents.to());
            object.put("holdout", new TreeMap<>(from.holdout()));
        });
        return object;
    }

    private static String text(Map<String, @Nullable Object> object) {
        try {
            return JSON.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("models cannot be written as JSON: " + object, e);
        }
    }
}
