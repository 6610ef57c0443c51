package dev.twinwatch.bench.quality.encoder;

import dev.twinwatch.bench.quality.measure.Figure;
import java.util.List;

/** A protocol with plain baselines, which need no training: where their published figures come out, it is sound. */
public interface PublishedProtocol extends Protocol {
    /** Figures of the plain baselines, those that were published first. */
    List<Figure> plain();
}
