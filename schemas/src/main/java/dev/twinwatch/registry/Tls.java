package dev.twinwatch.registry;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom the client trusts and as whom it shows itself over https; without settings, as the JVM does. */
public final class Tls {
    private static final String PREFIX = "schema.registry.ssl.";
    private static final String TRUST = PREFIX + "truststore.";
    private static final String KEYS = PREFIX + "keystore.";

    private final SSLContext context;

    private Tls(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads the stores that {@code schema.registry.ssl.truststore.*} and {@code schema.registry.ssl.keystore.*} name; null
     * if they name none. Only with the whole prefix: without it the keys are those of the broker.
     */
    static @Nullable Tls from(ConfigValues config) {
        var trusted = config.exact(TRUST + "location");
        var own = config.exact(KEYS + "location");
        if (trusted == null && own == null) {
            return null;
        }
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(own == null ? null : keys(own, config), trusted == null ? null : trust(trusted, config), null);
            return new Tls(context);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    PREFIX + "* cannot be used (" + e.getMessage() + "): check passwords and contents of the stores",
                    e);
        }
    }

    SSLContext context() {
        return context;
    }

    private static TrustManager[] trust(String location, ConfigValues config) throws GeneralSecurityException {
        var pem = "PEM".equalsIgnoreCase(config.exact(TRUST + "type"));
        var store = pem ? certificates(location) : store(TRUST, location, config);
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager[] keys(String location, ConfigValues config) throws GeneralSecurityException {
        if ("PEM".equalsIgnoreCase(config.exact(KEYS + "type"))) {
            throw new IllegalArgumentException(KEYS
                    + "type is `PEM`: not supported here, convert it with `openssl pkcs12 -export` and name that file");
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        var password = config.exact(PREFIX + "key.password");
        factory.init(
                store(KEYS, location, config), chars(password != null ? password : config.exact(KEYS + "password")));
        return factory.getKeyManagers();
    }

    /** The file tells itself whether it is JKS or PKCS12. */
    private static KeyStore store(String prefix, String location, ConfigValues config) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(new File(location), chars(config.exact(prefix + "password")));
        } catch (IOException e) {
            throw unreadable(prefix, location, "a JKS or PKCS12 file that " + prefix + "password opens", e);
        }
    }

    private static KeyStore certificates(String location) throws GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        try (InputStream in = Files.newInputStream(new File(location).toPath())) {
            store.load(null, null);
            int number = 0;
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                store.setCertificateEntry("trusted-" + number++, certificate);
            }
        } catch (IOException e) {
            throw unreadable(TRUST, location, "a file of PEM certificates", e);
        }
        return store;
    }

    private static IllegalArgumentException unreadable(String prefix, String location, String expected, IOException e) {
        return new IllegalArgumentException(
                prefix + "location is `" + location + "`, which cannot be read (" + e.getMessage() + "): name "
                        + expected,
                e);
    }

    private static char @Nullable [] chars(@Nullable String password) {
        return password == null ? null : password.toCharArray();
    }

    @Override
    public String toString() {
        return "Tls[own stores]";
    }
}
