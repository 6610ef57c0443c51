package dev.twinwatch.sandbox.registry.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaStoreTest {
    private static final StoredSchema INT = StoredSchema.of("\"int\"");
    private static final StoredSchema LONG = StoredSchema.of("\"long\"");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void storeOneSchema() {
        file = folder.resolve("registry.jsonl");
        try (SchemaStore store = SchemaStore.open(folder)) {
            store.add("s", INT);
        }
    }

    @Test
    void lineThatWasNeverFinishedIsRemovedAndTheNextOneIsWrittenInItsPlace() throws IOException {
        Files.writeString(file, "{\"kind\":\"regis", StandardOpenOption.APPEND);

        try (SchemaStore store = SchemaStore.open(folder)) {
            store.add("s", LONG);
        }

        try (SchemaStore store = SchemaStore.open(folder)) {
            assertThat(store.versions("s"))
                    .containsExactly(
                            new SubjectVersion("s", 1, 1, INT, false), new SubjectVersion("s", 2, 2, LONG, false));
        }
    }

    @Test
    void damagedLineIsRefusedByFileAndLine() throws IOException {
        Files.writeString(file, "{\"kind\":\"registered\",\"subject\":\"s\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> SchemaStore.open(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("registry.jsonl:2 cannot be read")
                .hasMessageContaining("restore the file from a copy");
    }

    @Test
    void lineOfAKindThatALaterVersionWroteIsRefusedRatherThanSkipped() throws IOException {
        Files.writeString(file, "{\"kind\":\"renamed\",\"subject\":\"s\"}\n", StandardOpenOption.APPEND);

        assertThatThrownBy(() -> SchemaStore.open(folder))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("registry.jsonl:2")
                .hasMessageContaining("renamed");
    }
}
