package dev.twinwatch.trainer.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows that `twinwatch score` wrote. */
record ScoreTable(List<Row> rows) {
    /** One of them. */
    record Row(String entity, String sequence, int events, double distance, double score, boolean alert) {}

    static ScoreTable read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        if (!lines.get(0).equals("entity,sequence,events,distance,score,alert")) {
            throw new AssertionError("columns of scores are " + lines.get(0));
        }
        return new ScoreTable(lines.stream().skip(1).map(ScoreTable::row).toList());
    }

    private static Row row(String line) {
        String[] cells = line.split(",", -1);
        return new Row(
                cells[0],
                cells[1],
                Integer.parseInt(cells[2]),
                Double.parseDouble(cells[3]),
                Double.parseDouble(cells[4]),
                cells[5].equals("1"));
    }

    /** Share of pairs of an own and another's sequence in which the other's scores higher; a tie is half; of the first rows. */
    double areaUnderCurve(List<Boolean> own) {
        double right = 0;
        double pairs = 0;
        for (int mine = 0; mine < own.size(); mine++) {
            for (int other = 0; other < own.size(); other++) {
                if (own.get(mine) && !own.get(other)) {
                    double difference = rows.get(other).score() - rows.get(mine).score();
                    right += (1 + Math.signum(difference)) / 2;
                    pairs++;
                }
            }
        }
        return right / pairs;
    }
}
