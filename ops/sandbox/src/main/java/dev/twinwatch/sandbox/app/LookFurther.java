package dev.twinwatch.sandbox.app;

import dev.twinwatch.sandbox.demo.Demo;
import dev.twinwatch.sandbox.demo.DemoFolder;
import java.util.List;

/** What a person may look at while the demo stays up. */
final class LookFurther {
    private LookFurther() {}

    static List<String> lines(DemoFolder folder, Demo.Ended ended) {
        String url = "http://" + ended.settings().httpHost() + ":" + ended.httpPort();
        return List.of(
                "",
                "The service goes on running; Ctrl-C stops it.",
                "  page      " + url + "/",
                "  health    " + url + "/health/ready",
                "  metrics   " + url + "/metrics",
                "  alerts    topic " + ended.settings().topics().alerts() + " of broker "
                        + ended.settings().kafka().get("bootstrap.servers") + ", Avro, schemas at "
                        + ended.settings().registry().get("schema.registry.url"),
                "  feedback  ./twinwatch feedback --config " + folder.settings() + " --alert "
                        + (ended.lastAlert().isEmpty() ? "ID" : ended.lastAlert())
                        + " --legitimate --comment \"on holiday\"",
                "  log       " + folder.log());
    }
}
