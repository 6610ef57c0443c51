package dev.twinwatch.registry;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to reach the schema registry. Keys and their defaults stand at {@link #from}.
 *
 * @param addresses base URLs without a slash at the end, tried in this order; may have a path
 * @param credentials who asks; null for nobody
 * @param tls stores for https; null for those of the JVM
 * @param connectTimeout for one address
 * @param requestTimeout for one whole answer
 * @param normalize whether the registry is to ignore the order of attributes
 * @param removeJavaProperties whether schemas are sent without what only Java reads
 * @param maxResponseBytes answers over this size are refused unread
 * @param cachedSchemas how many schemas are remembered, per direction
 * @param missingIds how long an id that does not exist is not asked for again
 */
public record RegistrySettings(
        List<URI> addresses,
        @Nullable Credentials credentials,
        @Nullable Tls tls,
        Duration connectTimeout,
        Duration requestTimeout,
        Retries retries,
        boolean normalize,
        boolean removeJavaProperties,
        int maxResponseBytes,
        int cachedSchemas,
        Duration missingIds) {

    /** Base URLs of the registry, separated by commas. */
    public static final String URL = "schema.registry.url";
    /** Largest answer read, in bytes, 1 KiB to 256 MiB; 4 MiB unless set. */
    public static final String MAX_RESPONSE_BYTES = "schema.registry.max.response.bytes";

    /** Every key of {@link #from} but the addresses. */
    public static final List<String> KEYS = List.of(
            "basic.auth.credentials.source",
            "basic.auth.user.info",
            "bearer.auth.credentials.source",
            "bearer.auth.token",
            "schema.registry.ssl.truststore.location",
            "schema.registry.ssl.truststore.type",
            "schema.registry.ssl.truststore.password",
            "schema.registry.ssl.keystore.location",
            "schema.registry.ssl.keystore.type",
            "schema.registry.ssl.keystore.password",
            "schema.registry.ssl.key.password",
            "http.connect.timeout.ms",
            "http.read.timeout.ms",
            "max.retries",
            "retries.wait.ms",
            "retries.max.wait.ms",
            "normalize.schemas",
            "avro.remove.java.properties",
            MAX_RESPONSE_BYTES,
            "max.cached.schemas",
            "missing.id.cache.ttl.sec");

    /** Keys of Confluent's clients that are not followed, each with what to do instead. */
    public static final Map<String, String> NOT_FOLLOWED = Map.of(
            "proxy.host", "name the proxy to the JVM, for example -Dhttps.proxyHost=proxy",
            "proxy.port", "name the port to the JVM, for example -Dhttps.proxyPort=3128",
            "ssl.truststore.certificates",
                    "put them into a file, name it with schema.registry.ssl.truststore.location and set .type to PEM",
            "ssl.keystore.certificate.chain", "name a PKCS12 file with schema.registry.ssl.keystore.location",
            "ssl.keystore.key", "name a PKCS12 file with schema.registry.ssl.keystore.location");

    private static final int HOUR = 3_600_000;

    public RegistrySettings {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException(URL + " has no address: write for example `http://registry:8081`");
        }
    }

    /**
     * Settings from Kafka properties, by the keys of Confluent's clients where they have one:
     *
     * <ul>
     *   <li>{@code schema.registry.url}: base URLs, separated by commas; required
     *   <li>{@code basic.auth.credentials.source=USER_INFO} with {@code basic.auth.user.info}: name:password
     *   <li>{@code bearer.auth.credentials.source=STATIC_TOKEN} with {@code bearer.auth.token}
     *   <li>{@code schema.registry.ssl.truststore.location}, {@code .type} (PEM; else JKS or PKCS12, which the file tells)
     *       and {@code .password}; {@code schema.registry.ssl.keystore.location}, {@code .type} (which the file tells too, but not PEM) and {@code .password}; {@code
     *       schema.registry.ssl.key.password}
     *   <li>{@code http.connect.timeout.ms} (5000); {@code http.read.timeout.ms} (10000), for the whole answer
     *   <li>{@code max.retries} (3) on 408, 429, 5xx and failures of the network; {@code retries.wait.ms} (100), which
     *       doubles; {@code retries.max.wait.ms} (2000), which bounds Retry-After too
     *   <li>{@code normalize.schemas} (false)
     *   <li>{@code avro.remove.java.properties} (true; false with Confluent's serde)
     *   <li>{@link #MAX_RESPONSE_BYTES} (4 MiB), {@code max.cached.schemas} (1000), {@code missing.id.cache.ttl.sec} (5)
     * </ul>
     *
     * @throws IllegalArgumentException naming the key, its value and what to write; it never shows a secret
     */
    public static RegistrySettings from(Map<String, ?> properties) {
        var config = new ConfigValues(properties);
        NOT_FOLLOWED.forEach((key, instead) -> {
            // Without its prefix a key of TLS is the broker's; its value may be a private key.
            if ((key.startsWith("ssl.") ? config.exact("schema.registry." + key) : config.text(key)) != null) {
                throw new IllegalArgumentException("schema.registry." + key + " is not supported here: " + instead);
            }
        });
        var urls = config.text(URL);
        return new RegistrySettings(
                Addresses.parse(urls == null ? "" : urls),
                Credentials.from(config),
                Tls.from(config),
                millis(config.number("http.connect.timeout.ms", 5_000, 1, HOUR)),
                millis(config.number("http.read.timeout.ms", 10_000, 1, HOUR)),
                new Retries(
                        1 + config.number("max.retries", 3, 0, 100),
                        millis(config.number("retries.wait.ms", 100, 0, HOUR)),
                        millis(config.number("retries.max.wait.ms", 2_000, 0, HOUR))),
                config.flag("normalize.schemas", false),
                config.flag("avro.remove.java.properties", true),
                config.number(MAX_RESPONSE_BYTES, 4 << 20, 1 << 10, 256 << 20),
                config.number("max.cached.schemas", 1_000, 1, 1_000_000),
                Duration.ofSeconds(config.number("missing.id.cache.ttl.sec", 5, 0, HOUR)));
    }

    private static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }
}
