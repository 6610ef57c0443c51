package dev.twinwatch.sandbox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.twinwatch.stream.settings.Settings;
import dev.twinwatch.stream.settings.SettingsFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeFileTest {
    /** A tag that names one release: digits, and no word that moves like latest. */
    private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?[0-9]+[.][0-9]+[.][0-9]+([-_].*)?");

    private static final Pattern APICURIO = Pattern.compile("<apicurio.version>([^<]+)</apicurio.version>");

    private static final Pattern DEFAULT_OF_A_VARIABLE = Pattern.compile("\\$\\{[A-Z_]+:-([^}]+)}");

    @TempDir
    private Path folder;

    private JsonNode compose;

    @BeforeEach
    void readTheFile() throws IOException {
        compose = Repository.yaml("docker-compose.yml");
    }

    @Test
    void fileIsOneThatTheComposeSpecificationAllows() throws IOException {
        assertThat(specification().validate(compose)).isEmpty();
    }

    // Else the test above could be one that accepts everything.
    @Test
    void misspeltKeyIsRefusedByTheSpecification() throws IOException {
        ((ObjectNode) compose.at("/services/service")).put("read_olny", true);

        assertThat(specification().validate(compose)).isNotEmpty();
    }

    @Test
    void everyImageIsPinnedToARelease() {
        assertThat(compose.path("services"))
                .isNotEmpty()
                .allSatisfy(
                        service -> assertThat(service.path("image").asText()).matches(PINNED));
    }

    @Test
    void registryIsOfTheReleaseThatTheOtherTestsRunAgainst() throws IOException {
        Matcher tested = APICURIO.matcher(Files.readString(Repository.path("ops/interop/pom.xml")));

        assertThat(tested.find()).isTrue();
        assertThat(compose.at("/services/registry/image").asText())
                .isEqualTo("apicurio/apicurio-registry:" + tested.group(1));
    }

    @Test
    void everyPortIsBoundToThisMachineOnly() {
        List<String> ports = texts("ports");

        assertThat(ports).isNotEmpty().allMatch(port -> port.startsWith("127.0.0.1:"));
        assertThat(ports).as("host ports").doesNotHaveDuplicates();
    }

    @Test
    void everyMountedFileAndFolderIsInTheRepositoryOrIsANamedVolume() {
        for (String volume : texts("volumes")) {
            Matcher variable = DEFAULT_OF_A_VARIABLE.matcher(volume);
            String source = variable.replaceAll("$1").split(":", 2)[0];
            if (source.startsWith("./")) {
                // Docker makes a folder that is missing; for a person's own data that is as it should be.
                assertThat(source.equals("./data") || Files.exists(Repository.path(source)))
                        .as(volume)
                        .isTrue();
            } else {
                assertThat(compose.path("volumes").has(source)).as(volume).isTrue();
            }
        }
    }

    @Test
    void ownImagesRunWithoutRightsOnAReadOnlyDisk() {
        for (String own : List.of("service", "trainer", "retrainer")) {
            JsonNode service = compose.path("services").path(own);
            assertThat(service.path("read_only").asBoolean()).as(own).isTrue();
            assertThat(service.at("/tmpfs/0").asText())
                    .as("native libraries are unpacked and loaded there")
                    .isEqualTo("/tmp:exec");
            assertThat(service.path("cap_drop").get(0).asText()).as(own).isEqualTo("ALL");
            assertThat(service.at("/security_opt/0").asText()).as(own).isEqualTo("no-new-privileges:true");
        }
    }

    @Test
    void whatOthersWaitForHasAHealthCheck() {
        for (JsonNode service : compose.path("services")) {
            service.path("depends_on").properties().forEach(waited -> {
                assertThat(waited.getValue().path("condition").asText()).isEqualTo("service_healthy");
                assertThat(compose.path("services")
                                .path(waited.getKey())
                                .at("/healthcheck/test")
                                .isArray())
                        .as(waited.getKey())
                        .isTrue();
            });
        }
    }

    @Test
    void settingsOfTheServiceAreUnderstoodAndNameTheContainers() throws IOException {
        Files.copy(Repository.path("ops/compose/twinwatch.yaml"), folder.resolve("twinwatch.yaml"));
        Files.copy(Repository.path("ops/sandbox/watches/card-payments.yaml"), folder.resolve("watch.yaml"));

        Settings settings = SettingsFile.read(folder.resolve("twinwatch.yaml"), Map.of());

        assertThat(settings.kafka().get("bootstrap.servers")).isEqualTo("kafka:19092");
        assertThat(settings.registry().get("schema.registry.url")).isEqualTo("http://registry:8080/apis/ccompat/v7");
        assertThat(settings.httpHost()).isEqualTo("0.0.0.0");
        assertThat(compose.at("/services/kafka/environment/KAFKA_ADVERTISED_LISTENERS")
                        .asText())
                .contains("//kafka:19092");
        assertThat(compose.at("/services/service/ports/0").asText()).endsWith(":" + settings.httpPort());
        assertThat(compose.at("/services/service/volumes").toString())
                .contains("state:" + settings.state().folder());
    }

    private List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        compose.path("services").forEach(service -> service.path(field).forEach(text -> texts.add(text.asText())));
        return texts;
    }

    private static Schema specification() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ComposeFileTest.class.getResourceAsStream("/compose-spec/compose-spec.json"))) {
            ObjectNode schema = (ObjectNode) new ObjectMapper().readTree(file);
            // Names of the dialect and of its parts, in an older spelling that no reference needs.
            schema.remove("$schema");
            for (JsonNode part : schema.findParents("id")) {
                if (part.path("id").isTextual()) {
                    ((ObjectNode) part).remove("id");
                }
            }
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2019_09)
                    .getSchema(schema);
        }
    }
}
