package dev.twinwatch.sandbox.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.twinwatch.contracts.Audit;
import dev.twinwatch.engine.bundle.BundleFile;
import dev.twinwatch.engine.bundle.Sha256;
import dev.twinwatch.stream.app.Main;
import dev.twinwatch.stream.app.Service;
import dev.twinwatch.stream.control.ModelPointer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life of releases as people type it, against a real broker and registry and a running service. */
class ModelCommandsTest {
    private static final byte[] FIRST = CardPayments.bundle();
    private static final byte[] SECOND = Measured.with(FIRST, 30, 4);
    private static final byte[] WORSE = Measured.with(FIRST, 20, 4);

    @TempDir
    Path folder;

    private Rig rig;
    private Service service;

    @BeforeEach
    void startWithAModel() throws Exception {
        rig = Rig.start(folder);
        service = rig.startService();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> service.models().tasks().any());
    }

    @AfterEach
    void stop() {
        service.close();
        rig.close();
    }

    @Test
    void aShadowIsPromotedRolledBackAndRetiredAndTheRunningServiceFollows() throws Exception {
        String first = Sha256.of(FIRST);
        String second = Sha256.of(SECOND);

        assertThat(run("publish", "--bundle", file(SECOND), "--shadow", "--who", "ana"))
                .isZero();
        awaitPointer(first, second);
        assertThat(run("promote", "--who", "ana", "--why", "better")).isZero();
        awaitPointer(second, null);
        assertThat(run("rollback", "--who", "ben")).isZero();
        awaitPointer(first, null);
        assertThat(run("shadow", second, "--who", "ben")).isZero();
        awaitPointer(first, second);
        assertThat(run("retire", "shadow")).isEqualTo(1);
        assertThat(run("shadow", "none", "--who", "ben")).isZero();
        awaitPointer(first, null);
        assertThat(run("retire", "live")).isEqualTo(1);
        assertThat(run("retire", second.substring(0, 6))).isEqualTo(1);
        assertThat(run("retire", second.substring(0, 6), "--who", "ben", "--force"))
                .isZero();

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> service.models().bundle(second).isEmpty());
        JsonNode list = json("list", "--json");
        assertThat(list.path("epoch").asLong()).isEqualTo(6);
        assertThat(list.path("live").asText()).isEqualTo(first);
        assertThat(list.path("models")).hasSize(1);
        assertThat(audit())
                .extracting(audit ->
                        audit.getWho() + " " + audit.getWhat() + " " + audit.getBefore() + " " + audit.getAfter())
                .containsExactly(
                        "proof model null " + first,
                        "ana shadow null " + second,
                        "ana model " + first + " " + second,
                        "ben model " + second + " " + first,
                        "ben shadow null " + second,
                        "ben shadow " + second + " null",
                        "ben bundle/" + second + " " + second + " null");
        assertThat(service.health().failures()).isZero();
    }

    @Test
    @Tag("long")
    void aWorseModelIsRefusedUnlessItIsForcedAndTheAuditSaysSo() throws Exception {
        assertThat(run("publish", "--bundle", file(SECOND))).isZero();

        assertThat(run("publish", "--bundle", file(WORSE))).isEqualTo(1);
        assertThat(json("list", "--json").path("live").asText()).isEqualTo(Sha256.of(SECOND));

        assertThat(run("publish", "--bundle", file(WORSE), "--force", "--why", "a drill"))
                .isZero();
        awaitPointer(Sha256.of(WORSE), null);
        assertThat(audit().get(2).getWhy())
                .startsWith("a drill; forced, although it caught 20 of 40 held-back takeovers");
    }

    @Test
    void whoeverDecidedUponAnOlderEpochChangesNothing() throws Exception {
        assertThat(run("publish", "--bundle", file(SECOND), "--epoch", "0")).isEqualTo(1);
        assertThat(json("list", "--json").path("live").asText()).isEqualTo(Sha256.of(FIRST));

        assertThat(run("publish", "--bundle", file(SECOND), "--epoch", "1")).isZero();
    }

    @Test
    void theBundleOfTheLiveModelComesFromTheTopicByteByByte() throws Exception {
        Path out = folder.resolve("fetched.bundle");

        JsonNode shown = json("show", "--json", "--out", out.toString());

        assertThat(Files.readAllBytes(out)).isEqualTo(FIRST);
        assertThat(shown.path("state").asText()).isEqualTo("live");
        assertThat(shown.path("entities").asInt())
                .isEqualTo(BundleFile.read(FIRST).provenance().entities());
    }

    /** Within seconds, and not only announced: tasks decide by it, without any event. */
    private void awaitPointer(String live, @Nullable String shadow) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            ModelPointer pointer = service.models().pointer().orElseThrow();
            assertThat(pointer.version()).isEqualTo(live);
            assertThat(pointer.shadow()).isEqualTo(shadow);
            assertThat(service.models().tasks().versions()).containsExactly(live);
        });
    }

    private String file(byte[] bundle) throws Exception {
        return Files.write(folder.resolve("model.bundle"), bundle).toString();
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("models"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", rig.settingsFile().toString()));
        return Main.run(all.toArray(String[]::new));
    }

    /** What it prints last. */
    private JsonNode json(String... arguments) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            assertThat(run(arguments)).isZero();
        } finally {
            System.setOut(before);
        }
        // Before it, the tests' own log.
        List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
        return new JsonMapper().readTree(lines.get(lines.size() - 1));
    }

    private List<Audit> audit() throws Exception {
        try (Follower<Audit> follower = rig.follow(rig.settings().topics().audit(), Audit.class)) {
            return follower.toTheEnd();
        }
    }
}
