package dev.twinwatch.interop.registry;

import dev.twinwatch.sandbox.registry.SandboxRegistry;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The registry of the sandbox, with its own and with Confluent's client. */
class SandboxRegistryTest {
    @TempDir
    static Path folder;

    private static SandboxRegistry registry;

    @BeforeAll
    static void start() {
        registry = SandboxRegistry.start(folder, 0);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @Nested
    class OfficialClient extends OfficialClientSuite {
        OfficialClient() {
            super(registry.url());
        }
    }

    @Nested
    class OfficialDeletion extends OfficialDeletionSuite {
        OfficialDeletion() {
            super(registry.url());
        }
    }

    @Nested
    class OfficialReferences extends OfficialReferencesSuite {
        OfficialReferences() {
            super(registry.url());
        }
    }

    @Nested
    class OwnClient extends OwnClientSuite {
        OwnClient() {
            super(registry.url());
        }
    }

    @Nested
    class WireFormat extends WireFormatSuite {
        WireFormat() {
            super(registry.url());
        }
    }

    @Nested
    class WholeApi extends WholeApiSuite {
        WholeApi() {
            super(registry.url());
        }
    }
}
