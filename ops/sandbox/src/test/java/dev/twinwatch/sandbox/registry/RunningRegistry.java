package dev.twinwatch.sandbox.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An empty registry for each test. */
final class RunningRegistry implements BeforeEachCallback, AfterEachCallback {
    private @Nullable Path folder;
    private @Nullable SandboxRegistry registry;

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("registry");
        registry = SandboxRegistry.start(folder, 0);
    }

    Caller caller() {
        return new Caller(Objects.requireNonNull(registry).url());
    }

    void restart() {
        Objects.requireNonNull(registry).close();
        registry = SandboxRegistry.start(Objects.requireNonNull(folder), 0);
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        Objects.requireNonNull(registry).close();
        try (var files = Files.walk(Objects.requireNonNull(folder))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
