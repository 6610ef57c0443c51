package dev.twinwatch.sandbox.registry;

import dev.twinwatch.sandbox.registry.http.RefusalRoutes;
import dev.twinwatch.sandbox.registry.http.RegistryRoutes;
import dev.twinwatch.sandbox.registry.store.SchemaStore;
import dev.twinwatch.sandbox.startup.DataFolder;
import dev.twinwatch.sandbox.startup.LoopbackPort;
import dev.twinwatch.sandbox.startup.StartupException;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.nio.file.Path;

/** A schema registry that Confluent's clients can use, inside this process; its schemas survive a restart. */
public final class SandboxRegistry implements AutoCloseable {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final long LARGEST_BODY_BYTES = 1L << 20;

    private final DataFolder folder;
    private final SchemaStore store;
    private final Javalin server;

    private SandboxRegistry(DataFolder folder, SchemaStore store, Javalin server) {
        this.folder = folder;
        this.store = store;
        this.server = server;
    }

    /**
     * Starts the registry and returns when it answers.
     *
     * @param dataFolder created if absent; kept by {@link #close}; not a folder that the broker uses too
     * @param port 1 to 65535 on 127.0.0.1, or 0 for any free one
     * @throws StartupException if the port is taken, the folder is not writable or in use, or its file is damaged
     */
    public static SandboxRegistry start(Path dataFolder, int port) {
        if (port != 0) {
            LoopbackPort.requireFree(port, "registry");
        }
        DataFolder folder = DataFolder.claim(dataFolder);
        try {
            SchemaStore store = SchemaStore.open(folder.path());
            try {
                RegistryRoutes routes = new RegistryRoutes(store);
                return new SandboxRegistry(folder, store, Javalin.start(config -> configure(config, routes, port)));
            } catch (RuntimeException e) {
                store.close();
                throw e;
            }
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static void configure(JavalinConfig config, RegistryRoutes routes, int port) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.host = LoopbackPort.HOST;
        config.jetty.port = port;
        config.http.defaultContentType = CONTENT_TYPE;
        config.http.maxRequestSize = LARGEST_BODY_BYTES;
        config.http.prefer405over404 = true;
        routes.addTo(config.routes);
        RefusalRoutes.addTo(config.routes);
    }

    /** The value for a client's {@code schema.registry.url}, without a slash at its end. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + server.port();
    }

    /** Stops answering and gives the folder back. */
    @Override
    public void close() {
        server.stop();
        store.close();
        folder.close();
    }
}
