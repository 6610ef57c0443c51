package dev.twinwatch.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Name and password for the registry; never shows them. Source: basic.auth.user.info. */
public final class BasicAuth {
    private final String header;

    private BasicAuth(String userInfo) {
        this.header = "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
    }

    /** Credentials from {@code name:password}. */
    public static BasicAuth of(String userInfo) {
        if (userInfo.indexOf(':') < 1) {
            throw new IllegalArgumentException(
                    "basic.auth.user.info has no `:` after a name (value not shown): write `name:password`");
        }
        return new BasicAuth(userInfo);
    }

    /** Credentials as the Confluent keys say, null if they say none. */
    static @Nullable BasicAuth from(ConfigValues config) {
        var source = config.text("basic.auth.credentials.source");
        var userInfo = config.text("basic.auth.user.info");
        if (source == null && userInfo == null) {
            return null;
        }
        if (source == null || !source.equals("USER_INFO")) {
            throw new IllegalArgumentException("basic.auth.credentials.source is `" + source
                    + "`: only USER_INFO is supported, write that and put name:password into basic.auth.user.info");
        }
        if (userInfo == null) {
            throw new IllegalArgumentException("basic.auth.credentials.source is USER_INFO but basic.auth.user.info"
                    + " is not set: write `name:password` into it");
        }
        return of(userInfo);
    }

    /** Value of the Authorization header. */
    String header() {
        return header;
    }

    @Override
    public String toString() {
        return "BasicAuth[hidden]";
    }
}
