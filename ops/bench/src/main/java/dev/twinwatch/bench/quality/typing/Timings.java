package dev.twinwatch.bench.quality.typing;

import dev.twinwatch.bench.quality.table.DataException;
import dev.twinwatch.bench.quality.table.Table;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * 31 timings in seconds of each of 400 repetitions, by subject.
 *
 * @param bySubject in the order of the file, shape [repetitions][timings]
 */
record Timings(Map<String, double[][]> bySubject) {
    private static final int TIMINGS = 31;
    private static final int REPETITIONS = 400;

    /** Reads `DSL-StrongPasswordData.csv.gz` of a folder. */
    static Timings read(Path folder) {
        Path file = folder.resolve("DSL-StrongPasswordData.csv.gz");
        Table table = Table.of(file, List.of("subject", "H.period", "H.Return"));
        List<String> columns = table.columns().stream()
                .filter(c -> c.matches("(H|DD|UD)\\..*"))
                .toList();
        if (columns.size() != TIMINGS) {
            throw new DataException(file + " has " + columns.size() + " columns of timings (H., DD., UD.), expected "
                    + TIMINGS + ": copy it again");
        }
        Map<String, List<double[]>> read = new LinkedHashMap<>();
        table.forEach(row -> read.computeIfAbsent(row.text("subject"), s -> new ArrayList<>())
                .add(columns.stream().mapToDouble(row::number).toArray()));
        Map<String, double[][]> bySubject = new LinkedHashMap<>();
        read.forEach((subject, repetitions) -> {
            if (repetitions.size() != REPETITIONS) {
                throw new DataException(file + " has " + repetitions.size() + " repetitions of " + subject
                        + ", expected " + REPETITIONS + ": copy it again");
            }
            bySubject.put(subject, repetitions.toArray(double[][]::new));
        });
        return new Timings(bySubject);
    }
}
