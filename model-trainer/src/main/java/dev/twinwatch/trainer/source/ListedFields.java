package dev.twinwatch.trainer.source;

import dev.twinwatch.engine.features.Fields;
import java.util.List;

/** Fields of a record that can also be listed, for those who do not know yet what is in it. */
public interface ListedFields extends Fields {
    /** Paths of all places where a single value stands or may stand, in the order of the record. */
    List<String> paths();
}
