package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A registry over https that asks its clients who they are; it and they show the same certificate. */
final class TlsTest {
    private static final Schema VISIT =
            SchemaBuilder.record("Visit").fields().requiredString("who").endRecord();
    private static final String TRUST = "schema.registry.ssl.truststore.";
    private static final String KEYS = "schema.registry.ssl.keystore.";

    @TempDir
    static Path folder;

    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        keytool("-genkeypair -alias me -keyalg EC -dname CN=localhost -ext SAN=dns:localhost -storetype PKCS12");
        keytool("-exportcert -rfc -alias me -file " + folder.resolve("me.pem"));
        var tls = Objects.requireNonNull(Tls.from(new ConfigValues(stores())));
        server = RegistryServer.over(tls.context());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aRegistryWhoseCertificateIsTrustedIsAsked() {
        assertThat(registry(stores()).register("visits-value", VISIT)).isEqualTo(1);
    }

    @Test
    void certificatesMayBePem() {
        var settings = stores();
        settings.put(TRUST + "type", "PEM");
        settings.put(TRUST + "location", folder.resolve("me.pem").toString());

        assertThat(registry(settings).register("visits-value", VISIT)).isEqualTo(1);
    }

    @Test
    void aRegistryWhoseCertificateIsNotTrustedIsNotAsked() {
        var settings = stores();
        settings.remove(TRUST + "location");

        assertThatThrownBy(() -> registry(settings).register("visits-value", VISIT))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("certification path");
    }

    @Test
    void aClientThatDoesNotSayWhoItIsIsTurnedAway() {
        var settings = stores();
        settings.remove(KEYS + "location");

        assertThatThrownBy(() -> registry(settings).register("visits-value", VISIT))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void aStoreThatDoesNotOpenIsRefusedAtStartWithItsKeyAndNotItsPassword() {
        var settings = stores();
        settings.put(TRUST + "password", "sesame");

        assertThatThrownBy(() -> registry(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(TRUST + "location is `" + folder.resolve("me.p12"))
                .hasMessageContaining(TRUST + "password opens")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void storesOfTheBrokerAreNotTakenForThoseOfTheRegistry() {
        assertThat(Tls.from(new ConfigValues(Map.of("ssl.truststore.location", "/no/such/file"))))
                .isNull();
    }

    private static SchemaRegistry registry(Map<String, String> settings) {
        settings.put("schema.registry.url", server.url());
        settings.put("max.retries", "0");
        return SchemaRegistry.from(settings);
    }

    private static Map<String, String> stores() {
        var settings = new HashMap<String, String>();
        for (var prefix : List.of(TRUST, KEYS)) {
            settings.put(prefix + "location", folder.resolve("me.p12").toString());
            settings.put(prefix + "password", "changeit");
        }
        return settings;
    }

    private static void keytool(String arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ", -1)));
        command.addAll(List.of("-keystore", folder.resolve("me.p12").toString(), "-storepass", "changeit"));
        var log = folder.resolve("keytool.log").toFile();
        int status = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start()
                .waitFor();
        assertThat(status).as(Files.readString(log.toPath())).isZero();
    }
}
