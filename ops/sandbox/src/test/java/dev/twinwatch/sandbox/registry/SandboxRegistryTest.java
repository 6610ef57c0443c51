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

        assertRefused(caller.get("/subjects/none/versions"), 404, 40401);
        assertRefused(caller.postSchema("/subjects/none", ONE_FIELD), 404, 40401);
        assertRefused(caller.get("/subjects/s/versions/7"), 404, 40402);
        assertRefused(caller.get("/schemas/ids/99"), 404, 40403);
        assertRefused(caller.postSchema("/subjects/s", SECOND_FIELD_REQUIRED), 404, 40403);
        assertRefused(caller.get("/config/s"), 404, 40408);
        assertRefused(caller.get("/no/such/path"), 404, 404);
    }

    @Test
    void whatIsNotValidHasConfluentsCodes() throws Exception {
        String badDefault = ONE_FIELD.replace("\"int\"", "\"int\",\"default\":\"x\"");

        assertRefused(caller.postSchema("/subjects/s/versions", "{\"type\":\"nonsense\"}"), 422, 42201);
        assertRefused(caller.postSchema("/subjects/s/versions", ""), 422, 42201);
        assertRefused(caller.postSchema("/subjects/s/versions", badDefault), 422, 42201);
        assertRefused(caller.post("/subjects/s/versions", BodyPublishers.ofString("{}")), 422, 42201);
        assertRefused(
                caller.post(
                        "/subjects/s/versions",
                        BodyPublishers.ofString("{\"schemaType\":\"PROTOBUF\",\"schema\":\"x\"}")),
                422,
                42201);
        assertRefused(caller.post("/subjects/s/versions", BodyPublishers.ofString("not json")), 400, 400);
        assertRefused(caller.get("/schemas/ids/one"), 400, 400);
        assertRefused(caller.putLevel("/config", "SIDEWAYS"), 422, 42203);
        caller.postSchema("/subjects/s/versions", ONE_FIELD);
        assertRefused(caller.get("/subjects/s/versions/0"), 422, 42202);
        assertRefused(caller.get("/subjects/s/versions/first"), 422, 42202);
    }

    @Test
    void incompatibleVersionIsAConflictThatNamesTheFieldAndIsNotStored() throws Exception {
        caller.postSchema("/subjects/s/versions", ONE_FIELD);

        Answer refused = caller.postSchema("/subjects/s/versions", SECOND_FIELD_REQUIRED);

        assertRefused(refused, 409, 409);
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
        assertRefused(caller.postSchema("/compatibility/subjects/s/versions/9", ONE_FIELD), 404, 40402);
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

        assertRefused(caller.post("/subjects/s/versions", BodyPublishers.ofByteArray(large)), 413, 413);
        assertRefused(
                caller.post(
                        "/subjects/s/versions", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))),
                413,
                413);
    }

    @Test
    void registryCanBeReadAndWritten() throws Exception {
        assertThat(caller.get("/mode").json()).hasToString("{\"mode\":\"READWRITE\"}");
    }

    private static void assertRefused(Answer answer, int status, int code) {
        assertThat(answer.json().path("error_code").asInt())
                .as("code of %s", answer)
                .isEqualTo(code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("message").asText()).isNotBlank();
        assertThat(answer.contentType()).startsWith("application/vnd.schemaregistry.v1+json");
    }
}
