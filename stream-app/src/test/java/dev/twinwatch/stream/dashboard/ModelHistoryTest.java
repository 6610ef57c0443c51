package dev.twinwatch.stream.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.contracts.Audit;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ModelHistoryTest {
    private final ModelHistory history = new ModelHistory();

    @ParameterizedTest
    @CsvSource({
        "model,LIVE",
        "shadow,SHADOW",
        "bundle/3f2a,RETIRED",
        "refused/17,REFUSED",
        "retraining/drift-2026-01-06,CANDIDATE_REFUSED"
    })
    void whatIsAboutModelsIsAChange(String audited, ModelChange.What what) {
        history.take(audit(1, audited, "because"));

        assertThat(history.newest(9))
                .containsExactly(new ModelChange(1_000, "ana", "because", what, "before", "after"));
    }

    @ParameterizedTest
    @CsvSource({"feedback/a", "limits/all", "drift", "snooze/ana", "model/x"})
    void whatIsAboutSomethingElseIsNot(String audited) {
        history.take(audit(1, audited, ""));

        assertThat(history.newest(9)).isEmpty();
    }

    @Test
    void theNewestAreFirstWhateverPartitionTheyStandIn() {
        history.take(audit(2, "model", "second"));
        history.take(audit(3, "model", "third"));
        history.take(audit(1, "shadow", "first"));

        assertThat(history.newest(2)).extracting(ModelChange::why).containsExactly("third", "second");
    }

    @Test
    void aRefusalThatEachInstanceTellsIsOne() {
        history.take(audit(1, "refused/17", "it was altered"));
        history.take(audit(1, "refused/17", "it was altered"));

        assertThat(history.newest(9)).hasSize(1);
    }

    @Test
    void driftIsTheNewestReportWhereItIsAboutTheLiveModel() {
        history.take(audit(2, "drift", "2026-01-06: 800 genuine events under model 3f2a; amount moved"));
        history.take(audit(1, "drift", "2026-01-05: 700 genuine events under model 3f2a; nothing moved"));

        assertThat(history.drift("3f2a")).contains("2026-01-06: 800 genuine events under model 3f2a; amount moved");
        assertThat(history.drift("aaaa")).isEmpty();
    }

    private static Audit audit(int second, String what, String why) {
        return new Audit(Instant.ofEpochSecond(second), "ana", why, what, "before", "after");
    }
}
