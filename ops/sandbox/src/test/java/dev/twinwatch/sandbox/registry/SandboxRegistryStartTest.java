package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRegistryStartTest {
    @TempDir
    Path folder;

    @Test
    void secondRegistryOnAPortOrAFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (SandboxRegistry first = SandboxRegistry.start(folder.resolve("one"), 0)) {
            int port = URI.create(first.url()).getPort();

            assertThatThrownBy(() -> SandboxRegistry.start(folder.resolve("two"), port))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("port " + port + " of 127.0.0.1 cannot be used for the registry");
            assertThatThrownBy(() -> SandboxRegistry.start(folder.resolve("one"), 0))
                    .isInstanceOf(StartupException.class)
                    .hasMessageContaining("is in use by another sandbox");
            assertThat(new Caller(first.url()).get("/subjects").status()).isEqualTo(200);
        }
    }

    @Test
    void folderIsFreeAgainAfterADamagedFileWasRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("registry.jsonl"), "damaged\n");
        assertThatThrownBy(() -> SandboxRegistry.start(folder, 0))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("registry.jsonl:1 cannot be read");

        Files.delete(file);

        try (SandboxRegistry registry = SandboxRegistry.start(folder, 0)) {
            assertThat(registry.url()).matches("http://127\\.0\\.0\\.1:\\d+");
        }
    }
}
