package dev.twinwatch.interop.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A program that nobody here wrote and that a machine may lack. */
public enum ForeignProgram {
    /** The command line client on librdkafka. */
    KCAT("kcat", "install it, on Debian with `apt-get install kcat`"),
    /** Node with kafkajs and its registry client. */
    NODE("node", "install Node 18 or newer, on Debian with `apt-get install nodejs npm`") {
        @Override
        Optional<String> missing() {
            return super.missing()
                    .or(() -> Files.isDirectory(NODE_FOLDER.resolve("node_modules"))
                            ? Optional.empty()
                            : Optional.of("kafkajs is not installed: run `npm ci` in ops/interop/node"));
        }
    };

    /** Where the scripts for Node and what they need lie, relative to the module. */
    public static final Path NODE_FOLDER = Path.of("node");

    private final String command;
    private final String remedy;

    ForeignProgram(String command, String remedy) {
        this.command = command;
        this.remedy = remedy;
    }

    /** Why it cannot run here and what to do; empty if it can. */
    Optional<String> missing() {
        return onPath() ? Optional.empty() : Optional.of("there is no " + command + " on the path: " + remedy);
    }

    private boolean onPath() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator, -1))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
    }
}
