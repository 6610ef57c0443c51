package dev.twinwatch.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistrySettingsTest {

    @Test
    void addressesAreSplitAtCommasAndLoseTheSlashAtTheEnd() {
        var settings = RegistrySettings.from(Map.of("schema.registry.url", "http://a:8081/, https://b/apis/v7//"));

        assertThat(settings.addresses()).containsExactly(URI.create("http://a:8081"), URI.create("https://b/apis/v7"));
    }

    @Test
    void valuesMayBeTextOrNumbersAndHaveThePrefixOfTheRegistry() {
        var settings = RegistrySettings.from(Map.of(
                "schema.registry.url",
                "http://a",
                "http.read.timeout.ms",
                "70",
                "schema.registry.http.connect.timeout.ms",
                60,
                "max.retries",
                0));

        assertThat(settings.requestTimeout()).isEqualTo(Duration.ofMillis(70));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMillis(60));
        assertThat(settings.retries().rounds()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ",", "registry:8081", "ftp://a", "http://a?x=1", "http:/a"})
    void anAddressThatIsNoneIsRefusedWithAnExample(String url) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageContaining("http://registry:8081");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ana:secret@a", "http://ana:sec ret@a:8081"})
    void aPasswordInTheAddressIsRefusedAndNotShown(String url) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", url)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageNotContainingAny("secret", "sec ret")
                .hasNoCause();
    }

    @Test
    void credentialsAreNotShown() {
        var settings = RegistrySettings.from(Map.of(
                "schema.registry.url", "http://a",
                "basic.auth.credentials.source", "USER_INFO",
                "basic.auth.user.info", "ana:secret"));

        assertThat(settings.toString()).contains("hidden").doesNotContain("secret");
    }

    @Test
    void credentialsWithoutTheirSourceAreRefused() {
        assertThatThrownBy(() -> RegistrySettings.from(
                        Map.of("schema.registry.url", "http://a", "basic.auth.user.info", "ana:secret")))
                .hasMessageContaining("basic.auth.credentials.source is `null`: only USER_INFO")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aTokenThatNoHeaderCanHoldIsRefusedAndNotShown() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of(
                        "schema.registry.url", "http://a",
                        "bearer.auth.credentials.source", "STATIC_TOKEN",
                        "bearer.auth.token", "Bearer sesame")))
                .hasMessageContaining("without `Bearer` before it")
                .hasMessageNotContaining("sesame");
    }

    @Test
    void aNameAndATokenTogetherAreRefusedAndNotShown() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of(
                        "schema.registry.url", "http://a",
                        "basic.auth.credentials.source", "USER_INFO",
                        "basic.auth.user.info", "ana:secret",
                        "bearer.auth.credentials.source", "STATIC_TOKEN",
                        "bearer.auth.token", "sesame")))
                .hasMessageContaining("basic.auth.user.info and bearer.auth.token are both set")
                .hasMessageNotContainingAny("secret", "sesame");
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic.auth.credentials.source", "bearer.auth.credentials.source"})
    void aSourceOfCredentialsThatIsNotSupportedIsRefused(String key) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", "http://a", key, "SASL_INHERIT")))
                .hasMessageContaining(key + " is `SASL_INHERIT`: only ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.host",
                "schema.registry.proxy.host",
                "schema.registry.proxy.port",
                "schema.registry.ssl.truststore.certificates",
                "schema.registry.ssl.keystore.certificate.chain",
                "schema.registry.ssl.keystore.key"
            })
    void aKeyOfConfluentsClientsThatIsNotFollowedIsRefusedWithWhatToDoAndItsValueNotShown(String key) {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", "http://a", key, "secret")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(key + " is not supported here: ")
                .hasMessageMatching(".*: (name|put) .*")
                .hasMessageNotContaining("secret");
    }

    @Test
    void certificatesForTheBrokerAreNoneOfTheRegistry() {
        var settings = RegistrySettings.from(
                Map.of("schema.registry.url", "http://a", "ssl.truststore.certificates", "of the broker"));

        assertThat(settings.tls()).isNull();
    }

    @Test
    void aNumberOutOfItsRangeIsRefusedWithTheRange() {
        assertThatThrownBy(() -> RegistrySettings.from(Map.of("schema.registry.url", "http://a", "max.retries", "-1")))
                .hasMessage("max.retries is `-1`: write a whole number from 0 to 100");
    }
}
