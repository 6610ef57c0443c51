package dev.twinwatch.sandbox.broker;

import dev.twinwatch.sandbox.startup.StartupException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** Marks a fresh folder as the sandbox's and refuses a folder that belongs to another cluster. */
final class ClusterIdentity {
    /** The same for every sandbox folder, so that a real broker's folder is recognised and left alone. */
    static final String CLUSTER_ID = "twinwatch-sandbox-000A";

    private static final String MARK = "meta.properties";

    private ClusterIdentity() {}

    static void establish(Path folder) {
        if (Files.exists(folder.resolve(MARK))) {
            requireOwn(folder);
        } else {
            format(folder);
        }
    }

    private static void requireOwn(Path folder) {
        Properties mark = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(MARK))) {
            mark.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new StartupException(
                    folder.resolve(MARK) + " cannot be read (" + e
                            + "): restore the folder from a copy or choose an empty one",
                    e);
        }
        String cluster = mark.getProperty("cluster.id", "(none)");
        String node = mark.getProperty("node.id", "(none)");
        if (!cluster.equals(CLUSTER_ID) || !node.equals(Integer.toString(BrokerSettings.NODE_ID))) {
            throw new StartupException("data folder " + folder + " belongs to node " + node + " of Kafka cluster "
                    + cluster + ", not to a sandbox: choose an empty folder");
        }
    }

    private static void format(Path folder) {
        try {
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .setNodeId(BrokerSettings.NODE_ID)
                    .setClusterId(CLUSTER_ID)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
                    .setMetadataLogDirectory(folder.toString())
                    .addDirectory(folder.toString())
                    .run();
        } catch (Exception e) { // Formatter.run declares Exception
            throw new StartupException(
                    "data folder " + folder + " cannot be formatted (" + e + "): choose an empty folder", e);
        }
    }
}
