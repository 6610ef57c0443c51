package dev.twinwatch.sandbox.compose;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MonitoringFilesTest {
    private static final String DASHBOARD = "ops/grafana/dashboards/twinwatch.json";

    @Test
    void dashboardHasPanelsWithIdsOfTheirOwnThatDoNotLieOnEachOther() throws IOException {
        JsonNode dashboard = Repository.json(DASHBOARD);
        List<Integer> ids = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        for (JsonNode panel : dashboard.path("panels")) {
            ids.add(panel.path("id").asInt());
            JsonNode at = panel.path("gridPos");
            for (int x = at.path("x").asInt();
                    x < at.path("x").asInt() + at.path("w").asInt();
                    x++) {
                for (int y = at.path("y").asInt();
                        y < at.path("y").asInt() + at.path("h").asInt();
                        y++) {
                    cells.add(x + "/" + y);
                    assertThat(x).as("Grafana's grid is 24 wide").isLessThan(24);
                }
            }
        }

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
        assertThat(cells).doesNotHaveDuplicates();
    }

    @Test
    void panelsReadTheDatasourceThatIsProvisioned() throws IOException {
        JsonNode datasource = Repository.yaml("ops/grafana/provisioning/datasources/prometheus.yaml")
                .at("/datasources/0");

        assertThat(datasource.path("url").asText()).isEqualTo("http://prometheus:9090");
        assertThat(Repository.json(DASHBOARD).findValues("datasource"))
                .isNotEmpty()
                .allMatch(used -> used.path("uid").equals(datasource.path("uid")));
    }

    @Test
    void provisionedFolderIsTheOneThatIsMounted() throws IOException {
        String path = Repository.yaml("ops/grafana/provisioning/dashboards/twinwatch.yaml")
                .at("/providers/0/options/path")
                .asText();
        JsonNode grafana = Repository.yaml("docker-compose.yml").at("/services/grafana");

        assertThat(grafana.path("volumes").toString()).contains("./ops/grafana/dashboards:" + path + ":ro");
        assertThat(grafana.at("/environment/GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH")
                        .asText())
                .isEqualTo(path + "/twinwatch.json");
    }

    @Test
    void prometheusScrapesTheServiceByItsNameAndReadsRulesThatExist() throws IOException {
        JsonNode prometheus = Repository.yaml("ops/prometheus/prometheus.yml");

        assertThat(prometheus.at("/scrape_configs/0/static_configs/0/targets/0").asText())
                .isEqualTo("service:8080");
        assertThat(prometheus.at("/scrape_configs/1/static_configs/0/targets/0").asText())
                .isEqualTo("retrainer:8090");
        for (String scraped : List.of("service", "retrainer")) {
            assertThat(Repository.yaml("docker-compose.yml")
                            .at("/services/" + scraped)
                            .isMissingNode())
                    .as(scraped)
                    .isFalse();
        }
        prometheus
                .path("rule_files")
                .forEach(file -> assertThat(Repository.path("ops/prometheus/" + file.asText()))
                        .exists());
    }
}
