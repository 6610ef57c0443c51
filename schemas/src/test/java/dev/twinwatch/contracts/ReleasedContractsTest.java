package dev.twinwatch.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contracts of this release beside those of each earlier one, of which released/RELEASE holds copies that never change:
 * a build with a change that breaks a promise fails. With a release comes a folder of its own.
 */
final class ReleasedContractsTest {
    private static final Path RELEASED = Path.of("src/test/resources/released");

    @ParameterizedTest
    @EnumSource
    void everyReleaseIsKeptItsPromise(Contract contract) throws IOException {
        var breaches = new ArrayList<String>();
        int compared = 0;
        for (var release : folders()) {
            var file = release.resolve(contract.schema().getName() + ".avsc");
            if (Files.exists(file)) {
                var released = new Schema.Parser().parse(Files.readString(file));
                breaches.addAll(new Promise(contract, contract.schema())
                        .breaches(release.getFileName().toString(), released));
                compared++;
            }
        }

        assertThat(breaches).isEmpty();
        assertThat(compared).isPositive();
    }

    @Test
    void everyContractIsAmongThoseThatAreCompared() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/avro"))) {
            var names = files.map(file -> file.getFileName().toString().replace(".avsc", ""));

            assertThat(names)
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(Contract.values())
                            .map(contract -> contract.schema().getName())
                            .toList());
        }
    }

    @Test
    void aFieldThatIsAddedWithADefaultKeepsThePromise() {
        assertThat(breaches(Contract.SCORE, with("\"string\", \"default\": \"\"")))
                .isEmpty();
    }

    @Test
    void aFieldThatIsAddedWithoutADefaultBreaksItToWhatWasWritten() {
        assertThat(breaches(Contract.SCORE, with("\"string\"")))
                .singleElement()
                .asString()
                .contains("SCORE does not read what release 1 wrote")
                .contains("extra")
                .contains("give what is new a default");
    }

    @Test
    void aFieldThatIsRemovedKeepsThePromiseOnlyIfItHadADefault() {
        var withDefault = without(Score.getClassSchema(), "distance");
        var required = without(Score.getClassSchema(), "source_topic");

        assertThat(breaches(Contract.SCORE, withDefault)).isEmpty();
        assertThat(breaches(Contract.SCORE, required))
                .singleElement()
                .asString()
                .contains("release 1 does not read this SCORE")
                .contains("source_topic");
    }

    @Test
    void aNewKindOfOutcomeBreaksThePromiseToOlderReaders() {
        var schema = parse(Score.getClassSchema().toString().replace("\"LATE\"", "\"LATE\",\"SKIPPED\""));

        assertThat(breaches(Contract.SCORE, schema)).singleElement().asString().contains("SKIPPED");
    }

    @Test
    void aNewKindOfChangeKeepsThePromiseOfControlWhichOlderReleasesNeedNotRead() {
        var schema = parse(Control.getClassSchema()
                .toString()
                .replace(
                        "[{\"type\":\"record\",\"name\":\"ModelPointer\"",
                        "[{\"type\":\"record\",\"name\":\"Pause\",\"fields\":[]},"
                                + "{\"type\":\"record\",\"name\":\"ModelPointer\""));

        assertThat(schema).isNotEqualTo(Control.getClassSchema());
        assertThat(breaches(Contract.CONTROL, schema)).isEmpty();
    }

    /** As if the contract of today had been released as 1 and were now changed. */
    private static List<String> breaches(Contract contract, Schema changed) {
        return new Promise(contract, changed).breaches("1", contract.schema());
    }

    private static Schema with(String typeOfExtra) {
        var text = Score.getClassSchema().toString();
        return parse(text.replace(
                "\"fields\":[{\"name\":\"event_id\"",
                "\"fields\":[{\"name\":\"extra\",\"type\":" + typeOfExtra + "},{\"name\":\"event_id\""));
    }

    private static Schema without(Schema schema, String name) {
        Predicate<Schema.Field> kept = field -> !field.name().equals(name);
        var fields = schema.getFields().stream()
                .filter(kept)
                .map(field -> new Schema.Field(field, field.schema()))
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }

    private static Schema parse(String text) {
        return new Schema.Parser().parse(text);
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> releases = Files.list(RELEASED)) {
            return releases.filter(Files::isDirectory).sorted().toList();
        }
    }
}
