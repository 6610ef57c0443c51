package dev.twinwatch.trainer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `--client FILE` hands to the client of Kafka and to that of the registry, and what is said of a wrong one. */
final class ClientFileTest {
    private static final String INIT =
            "init --events kafka://127.0.0.1:1/pay --out ./w.yaml --client ./client.properties";

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void open() {
        terminal = new Terminal(folder);
    }

    @Test
    void propertiesOfTheRegistryAreKeptFromKafkasClient() throws IOException {
        ClientFile file = ClientFile.read(write("security.protocol=SASL_SSL", "basic.auth.user.info=ana:x"));

        assertThat(file.ofKafka()).isEqualTo(Map.of("security.protocol", "SASL_SSL"));
        assertThat(file.all()).isEqualTo(Map.of("security.protocol", "SASL_SSL", "basic.auth.user.info", "ana:x"));
    }

    @Test
    void missingFileIsNamed() {
        assertThat(failed())
                .isEqualTo("twinwatch: --client ./client.properties is not a file: name one of Java properties, with"
                        + " lines such as security.protocol=SASL_SSL\n");
    }

    @Test
    void kafkaSeesTheFileAndNoSecretIsShown() throws IOException {
        write(
                "security.protocol=SASL_PLAINTEXT",
                "sasl.mechanism=PLAIN",
                // A word that was forgotten makes Kafka quote the next one.
                "sasl.jaas.config=org.apache.kafka.common.security.plain.PlainLoginModule open-sesame password=\"x\";");

        assertThat(failed())
                .isEqualTo(
                        "twinwatch: topic pay at 127.0.0.1:1 cannot be read: sasl.jaas.config is missing or cannot be"
                                + " understood: check the address, the permissions and the settings of the client\n");
    }

    @Test
    void registrySeesTheFileAndNoSecretIsShown() throws IOException {
        write(
                "schema.registry.url=http://127.0.0.1:1",
                "basic.auth.credentials.source=USER_INFO",
                "basic.auth.user.info=open-sesame");

        assertThat(failed()).contains("basic.auth.user.info").doesNotContain("open-sesame");
    }

    private Path write(String... lines) throws IOException {
        return Files.writeString(terminal.file("client.properties"), String.join("\n", lines) + "\n");
    }

    private String failed() {
        Terminal.Ended ended = terminal.run(INIT);
        assertThat(ended.status()).isEqualTo(1);
        return ended.printed();
    }
}
