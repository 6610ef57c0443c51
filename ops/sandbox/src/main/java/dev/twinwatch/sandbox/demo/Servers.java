package dev.twinwatch.sandbox.demo;

import dev.twinwatch.sandbox.broker.SandboxBroker;
import dev.twinwatch.sandbox.registry.SandboxRegistry;
import java.nio.file.Path;

/** A broker and a registry in this process, each with its part of a data folder. */
public final class Servers implements AutoCloseable {
    private final SandboxBroker broker;
    private final SandboxRegistry registry;

    private Servers(SandboxBroker broker, SandboxRegistry registry) {
        this.broker = broker;
        this.registry = registry;
    }

    /** Starts both; ports 1 to 65535, or 0 for any free one. */
    public static Servers start(Path folder, int brokerPort, int registryPort) {
        SandboxRegistry registry = SandboxRegistry.start(folder.resolve("registry"), registryPort);
        try {
            return new Servers(SandboxBroker.start(folder.resolve("broker"), brokerPort), registry);
        } catch (RuntimeException e) {
            registry.close();
            throw e;
        }
    }

    /** host:port. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base URL. */
    public String registryUrl() {
        return registry.url();
    }

    @Override
    public void close() {
        broker.close();
        registry.close();
    }
}
