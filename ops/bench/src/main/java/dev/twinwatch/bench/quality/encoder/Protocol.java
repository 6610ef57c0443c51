package dev.twinwatch.bench.quality.encoder;

import dev.twinwatch.bench.quality.measure.Figure;
import java.util.List;

/** How one data set is measured: which part trains, which part tests, and what is counted. */
public interface Protocol {
    /** What it is called with --only. */
    String name();

    /** Trainings for one seed. */
    int trainings();

    /** Figures of the encoder. */
    List<Figure> encoder(Trainings trainings, long seed);
}
