package dev.twinwatch.sandbox.registry.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompatibilityLevelTest {
    private static final Schema A =
            SchemaBuilder.record("E").fields().requiredInt("a").endRecord();
    private static final Schema A_AND_OPTIONAL_B =
            SchemaBuilder.record("E").fields().requiredInt("a").optionalInt("b").endRecord();
    private static final Schema A_AND_REQUIRED_B =
            SchemaBuilder.record("E").fields().requiredInt("a").requiredInt("b").endRecord();

    // Added: b is new and required, so the new schema cannot read what the old one wrote. Removed: the reverse.
    @ParameterizedTest
    @CsvSource({
        "NONE,                true,  true",
        "BACKWARD,            false, true",
        "BACKWARD_TRANSITIVE, false, true",
        "FORWARD,             true,  false",
        "FORWARD_TRANSITIVE,  true,  false",
        "FULL,                false, false",
        "FULL_TRANSITIVE,     false, false"
    })
    void levelSaysWhetherARequiredFieldMayBeAddedOrRemoved(
            CompatibilityLevel level, boolean mayAdd, boolean mayRemove) {
        List<String> adding = level.problems(A_AND_REQUIRED_B, List.of(A));
        List<String> removing = level.problems(A, List.of(A_AND_REQUIRED_B));

        assertThat(adding.isEmpty()).isEqualTo(mayAdd);
        assertThat(removing.isEmpty()).isEqualTo(mayRemove);
    }

    // The last version always wrote b, the first never did: a b without default can read the one but not the other.
    @ParameterizedTest
    @CsvSource({"BACKWARD, true", "BACKWARD_TRANSITIVE, false"})
    void onlyATransitiveLevelLooksBeyondTheLastVersion(CompatibilityLevel level, boolean allowed) {
        Schema bWithoutDefault = SchemaBuilder.record("E")
                .fields()
                .requiredInt("a")
                .name("b")
                .type()
                .unionOf()
                .nullType()
                .and()
                .intType()
                .endUnion()
                .noDefault()
                .endRecord();

        List<String> problems = level.problems(bWithoutDefault, List.of(A, A_AND_OPTIONAL_B));

        assertThat(problems.isEmpty()).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({"NONE", "FULL_TRANSITIVE"})
    void nothingSpeaksAgainstTheFirstVersion(CompatibilityLevel level) {
        assertThat(level.problems(A, List.of())).isEmpty();
    }
}
