package dev.twinwatch.interop.registry;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** Apicurio Registry, with our own and with Confluent's client: runs with the profile {@code registry-it}. */
class ApicurioRegistryIT {
    private static ApicurioServer registry;

    @BeforeAll
    static void start() throws IOException {
        registry = ApicurioServer.start(
                Path.of(System.getProperty("apicurio.home", "target/apicurio")), Path.of("target", "apicurio.log"));
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
}
