package dev.twinwatch.sandbox.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.sandbox.registry.Caller.Answer;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxRegistryTest {
    private static final String ONE_FIELD =
            "{\"type\":\"record\",\"name\":\"E\",\"fields\":[{\"name\":\"a\",\"type\":\"int\"}]}";
    private static final String ONE_FIELD_SPREAD_OUT =
            "{ \"name\" : \"E\", \"type\" : \"record\", \"fields\" : [ { \"type\" : \"int\", \"name\" : \"a\" } ] }";
    private static final String SECOND_FIELD_WITH_DEFAULT = "{\"type\":\"record\",\"name\":\"E\",\"fields\":["
            + "{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\",\"default\":0}]}";
    private static final String SECOND_FIELD_REQUIRED = "{\"type\":\"record\",\"name\":\"E\",\"fields\":["
            + "{\"name\":\"a\",\"type\":\"int\"},{\"name\":\"b\",\"type\":\"int\"}]}";

    @TempDir
    Path folder;

    private SandboxRegistry registry;
    private Caller caller;

    @BeforeEach
    void start() {
        registry = SandboxRegistry.start(folder, 0);
        caller = new Caller(registry.url());
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void schemaRegisteredTwiceKeepsItsIdHoweverItIsWritten() throws Exception {
        Answer first = caller.postSchema("/subjects/s-value/versions", ONE_FIELD);
        Answer again = caller.postSchema("/subjects/s-value/versions", ONE_FIELD_SPREAD_OUT);
        Answer elsewhere = caller.postSchema("/subjects/other-value/versions", ONE_FIELD);

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
        assertThat(first.json()).hasToString("{\"id\":1}");
        assertThat(again.json()).hasToString("{\"id\":1}");
        assertThat(elsewhere.json()).hasToString("{\"id\":1}");
        assertThat(caller.get("/subjects/s-value/versions").json()).hasToString("[1]");
        assertThat(caller.get("/subjects").json()).hasToString("[\"other-value\",\"s-value\"]");
    }

    @Test
    void schemaIsFoundByIdByVersionAndByItself() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);
        caller.postSchema("/subjects/s/versions", SECOND_FIELD_WITH_DEFAULT);

        assertThat(caller.get("/schemas/ids/1").json().get("schema").asText()).isEqualTo(ONE_FIELD);
        assertThat(caller.get("/subjects/s/versions").json()).hasToString("[1,2]");
        assertThat(caller.get("/subjects/s/versions/1").json().get("schema").asText())
                .isEqualTo(ONE_FIELD);
        Answer latest = caller.get("/subjects/s/versions/latest");
        assertThat(latest.json().get("version").asInt()).isEqualTo(2);
        assertThat(latest.json().get("id").asInt()).isEqualTo(2);
        Answer lookUp = caller.postSchema("/subjects/s", ONE_FIELD_SPREAD_OUT);
        assertThat(lookUp.json().get("subject").asText()).isEqualTo("s");
        assertThat(lookUp.json().get("version").asInt()).isEqualTo(1);
        assertThat(lookUp.json().get("id").asInt()).isEqualTo(1);
    }

    @Test
    void whatDoesNotExistHasConfluentsCodes() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);

        caller.get("/subjects/none/versions").isRefused(404, 40401);
        caller.postSchema("/subjects/none", ONE_FIELD).isRefused(404, 40401);
        caller.get("/subjects/s/versions/7").isRefused(404, 40402);
        caller.get("/schemas/ids/99").isRefused(404, 40403);
        caller.postSchema("/subjects/s", SECOND_FIELD_REQUIRED).isRefused(404, 40403);
        caller.get("/config/s").isRefused(404, 40408);
        caller.get("/no/such/path").isRefused(404, 404);
        caller.delete("/subjects").isRefused(405, 405);
    }

    @Test
    void whatIsNotValidHasConfluentsCodes() throws Exception {
        String badDefault = ONE_FIELD.replace("\"int\"", "\"int\",\"default\":\"x\"");

        caller.postSchema("/subjects/s/versions", "{\"type\":\"nonsense\"}").isRefused(422, 42201);
        caller.postSchema("/subjects/s/versions", "").isRefused(422, 42201);
        caller.postSchema("/subjects/s/versions", badDefault).isRefused(422, 42201);
        caller.post("/subjects/s/versions", BodyPublishers.ofString("{}")).isRefused(422, 42201);
        caller.post("/subjects/s/versions", BodyPublishers.ofString("{\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}"))
                .isRefused(422, 42201);
        caller.post("/subjects/s/versions", BodyPublishers.ofString("not json")).isRefused(400, 400);
        caller.get("/schemas/ids/one").isRefused(400, 400);
        caller.putLevel("/config", "SIDEWAYS").isRefused(422, 42203);
        caller.postSchema("/subjects/s/versions", ONE_FIELD);
        caller.get("/subjects/s/versions/0").isRefused(422, 42202);
        caller.get("/subjects/s/versions/first").isRefused(422, 42202);
    }

    @Test
    void incompatibleVersionIsAConflictThatNamesTheFieldAndIsNotStored() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);

        Answer refused = caller.postSchema("/subjects/s/versions", SECOND_FIELD_REQUIRED);

        refused.isRefused(409, 409);
        assertThat(refused.json().get("message").asText())
                .contains("subject \"s\"")
                .contains("READER_FIELD_MISSING_DEFAULT_VALUE, b");
        assertThat(caller.get("/subjects/s/versions").json()).hasToString("[1]");
    }

    @Test
    void levelOfASubjectGoesBeforeTheGlobalOne() throws Exception {
        assertThat(caller.get("/config").json()).hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        caller.postSchema("/subjects/s/versions", ONE_FIELD);

        assertThat(caller.putLevel("/config/s", "FORWARD").json()).hasToString("{\"compatibility\":\"FORWARD\"}");

        assertThat(caller.get("/config/s").json()).hasToString("{\"compatibilityLevel\":\"FORWARD\"}");
        assertThat(caller.get("/config/other?defaultToGlobal=true").json())
                .hasToString("{\"compatibilityLevel\":\"BACKWARD\"}");
        assertThat(caller.postSchema("/subjects/s/versions", SECOND_FIELD_REQUIRED)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void compatibilityIsAnsweredWithoutRegistering() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);

        Answer good = caller.postSchema("/compatibility/subjects/s/versions/latest", SECOND_FIELD_WITH_DEFAULT);
        Answer bad = caller.postSchema("/compatibility/subjects/s/versions/1?verbose=true", SECOND_FIELD_REQUIRED);

        assertThat(good.json()).hasToString("{\"is_compatible\":true}");
        assertThat(bad.status()).isEqualTo(200);
        assertThat(bad.json().get("is_compatible").asBoolean()).isFalse();
        assertThat(bad.json().get("messages")).hasSize(1);
        assertThat(caller.get("/subjects/s/versions").json()).hasToString("[1]");
        caller.postSchema("/compatibility/subjects/s/versions/9", ONE_FIELD).isRefused(404, 40402);
        assertThat(caller.postSchema("/compatibility/subjects/new/versions/latest", ONE_FIELD)
                        .json())
                .hasToString("{\"is_compatible\":true}");
    }

    @Test
    void restartKeepsIdsVersionsAndLevels() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);
        caller.postSchema("/subjects/s/versions", SECOND_FIELD_WITH_DEFAULT);
        caller.putLevel("/config", "FULL");
        caller.putLevel("/config/s", "NONE");

        stop();
        start();

        assertThat(caller.get("/config").json()).hasToString("{\"compatibilityLevel\":\"FULL\"}");
        assertThat(caller.postSchema("/subjects/t/versions", SECOND_FIELD_WITH_DEFAULT)
                        .json())
                .hasToString("{\"id\":2}");
        assertThat(caller.postSchema("/subjects/s/versions", SECOND_FIELD_REQUIRED)
                        .json())
                .hasToString("{\"id\":3}");
        assertThat(caller.get("/subjects/s/versions").json()).hasToString("[1,2,3]");
    }

    @Test
    void bodyOverOneMebibyteIsRefusedWithAndWithoutItsLength() throws Exception {
        byte[] large = new byte[(1 << 20) + 1];

        caller.post("/subjects/s/versions", BodyPublishers.ofByteArray(large)).isRefused(413, 413);
        caller.post("/subjects/s/versions", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)))
                .isRefused(413, 413);
    }

    @Test
    void registryCanBeReadAndWritten() throws Exception {
        assertThat(caller.get("/mode").json()).hasToString("{\"mode\":\"READWRITE\"}");
    }
}
