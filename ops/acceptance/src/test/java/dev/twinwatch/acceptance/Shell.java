package dev.twinwatch.acceptance;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where commands are typed.
 *
 * @param folder current folder of each command
 * @param environment on top of that of this process
 */
record Shell(Path folder, Map<String, String> environment) {
    Shell {
        environment = Map.copyOf(environment);
    }
}
