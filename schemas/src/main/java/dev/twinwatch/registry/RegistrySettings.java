package dev.twinwatch.registry;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the schema registry. Keys and their defaults stand at {@link #from}.
 *
 * @param addresses base URLs without a slash at the end, tried in this order; may have a path
 * @param attempts how often all addresses are tried before giving up, at least 1
 * @param firstPause wait after the first round of attempts; doubles with each, up to longestPause
 * @param maxResponseBytes answers over this size are refused unread
 * @param cachedSchemas how many schemas are remembered, per direction
 */
public record RegistrySettings(
        List<URI> addresses,
        @Nullable BasicAuth auth,
        Duration connectTimeout,
        Duration requestTimeout,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        int maxResponseBytes,
        int cachedSchemas) {

    /** Base URLs of the registry, separated by commas. */
    public static final String URL = "schema.registry.url";
    /** Largest answer read, in bytes, 1 KiB to 256 MiB; 4 MiB unless set. */
    public static final String MAX_RESPONSE_BYTES = "schema.registry.max.response.bytes";

    private static final int HOUR = 3_600_000;

    public RegistrySettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(URL + " has no address: write for example `http://registry:8081`");
        }
    }

    /**
     * Settings from Kafka properties: {@code schema.registry.url} (required), {@code
     * basic.auth.credentials.source=USER_INFO} with {@code basic.auth.user.info}, {@code http.connect.timeout.ms}
     * (5000), {@code http.read.timeout.ms} (10000, for the whole answer), {@code max.retries} (3), {@code
     * retries.wait.ms} (100), {@code retries.max.wait.ms} (2000), {@link #MAX_RESPONSE_BYTES} (4 MiB), {@code
     * max.cached.schemas} (1000).
     *
     * @throws IllegalArgumentException naming the key, its value and what to write
     */
    public static RegistrySettings from(Map<String, ?> properties) {
        var config = new ConfigValues(properties);
        var urls = config.text(URL);
        return new RegistrySettings(
                addresses(urls == null ? "" : urls),
                BasicAuth.from(config),
                millis(config.number("http.connect.timeout.ms", 5_000, 1, HOUR)),
                millis(config.number("http.read.timeout.ms", 10_000, 1, HOUR)),
                1 + config.number("max.retries", 3, 0, 100),
                millis(config.number("retries.wait.ms", 100, 0, HOUR)),
                millis(config.number("retries.max.wait.ms", 2_000, 0, HOUR)),
                config.number(MAX_RESPONSE_BYTES, 4 << 20, 1 << 10, 256 << 20),
                config.number("max.cached.schemas", 1_000, 1, 1_000_000));
    }

    private static List<URI> addresses(String urls) {
        return Arrays.stream(urls.split(",", -1))
                .map(String::trim)
                .filter(url -> !url.isEmpty())
                .map(RegistrySettings::address)
                .toList();
    }

    private static URI address(String url) {
        URI uri;
        try {
            uri = new URI(url.replaceAll("/+$", ""));
        } catch (URISyntaxException e) {
            // The cause would repeat the text, which may hold a password.
            throw new IllegalArgumentException(URL + " has an address that is no URL (at character " + e.getIndex()
                    + "; value not shown, it may hold a password): write for example `http://registry:8081`");
        }
        if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException(URL + " has name and password in an address (value not shown):"
                    + " put them into basic.auth.user.info and set basic.auth.credentials.source=USER_INFO");
        }
        boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(
                    URL + " has the address `" + url + "`: write http or https, host, port and path only,"
                            + " for example `http://registry:8081` or `https://registry/apis/ccompat/v7`");
        }
        return uri;
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
