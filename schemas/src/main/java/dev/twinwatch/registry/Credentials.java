package dev.twinwatch.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Who asks the registry: a name with a password, or a token; never shows them. */
public final class Credentials {
    private static final String BASIC_SOURCE = "basic.auth.credentials.source";
    private static final String BASIC = "basic.auth.user.info";
    private static final String BEARER_SOURCE = "bearer.auth.credentials.source";
    private static final String BEARER = "bearer.auth.token";

    private final String header;

    private Credentials(String header) {
        this.header = header;
    }

    /** Credentials from {@code name:password}. */
    static Credentials basic(String userInfo) {
        if (userInfo.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    BASIC + " has no `:` after a name (value not shown): write `name:password`");
        }
        return new Credentials("Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8)));
    }

    /** Credentials from a token that another system gave out. */
    static Credentials bearer(String token) {
        if (!token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(BEARER + " has characters that a header cannot hold (value not shown):"
                    + " write the bare token, without `Bearer` before it");
        }
        return new Credentials("Bearer " + token);
    }

    /** Credentials as the Confluent keys say, null if they say none. */
    static @Nullable Credentials from(ConfigValues config) {
        var userInfo = valueOf(BASIC, BASIC_SOURCE, "USER_INFO", config);
        var token = valueOf(BEARER, BEARER_SOURCE, "STATIC_TOKEN", config);
        if (userInfo != null && token != null) {
            throw new IllegalArgumentException(
                    BASIC + " and " + BEARER + " are both set: the registry takes one of them, remove the other");
        }
        if (token != null) {
            return bearer(token);
        }
        return userInfo == null ? null : basic(userInfo);
    }

    /** What is set under a key, whose source must be named too, as with Confluent's own client. */
    private static @Nullable String valueOf(String key, String sourceKey, String onlySource, ConfigValues config) {
        var source = config.text(sourceKey);
        var value = config.text(key);
        if (source == null && value == null) {
            return null;
        }
        if (!onlySource.equals(source)) {
            throw new IllegalArgumentException(sourceKey + " is `" + source + "`: only " + onlySource
                    + " is supported, write that and put the credentials into " + key);
        }
        if (value == null) {
            throw new IllegalArgumentException(
                    sourceKey + " is " + onlySource + " but " + key + " is not set: put the credentials into it");
        }
        return value;
    }

    /** Value of the Authorization header. */
    String header() {
        return header;
    }

    @Override
    public String toString() {
        return "Credentials[hidden]";
    }
}
