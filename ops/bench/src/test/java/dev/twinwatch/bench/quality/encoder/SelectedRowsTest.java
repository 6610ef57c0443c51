package dev.twinwatch.bench.quality.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twinwatch.engine.features.Fields;
import dev.twinwatch.engine.features.Origin;
import dev.twinwatch.trainer.source.CsvSource;
import dev.twinwatch.trainer.source.RecordVisitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelectedRowsTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsKeptBackIsNotSeenAndWhatIsBrokenIs() throws IOException {
        Path file = Files.writeString(folder.resolve("events.csv"), "user,seq\nana,1\nana,2\nbroken\nbo,1\n");
        List<String> seen = new ArrayList<>();

        new SelectedRows(new CsvSource(file), row -> "1".equals(row.valueAt("seq"))).forEach(new RecordVisitor() {
            @Override
            public void record(Fields fields, Origin origin) {
                seen.add(String.valueOf(fields.valueAt("user")));
            }

            @Override
            public void unreadable(String reason, Origin origin) {
                seen.add("broken");
            }
        });

        assertThat(seen).containsExactly("ana", "broken", "bo");
    }
}
