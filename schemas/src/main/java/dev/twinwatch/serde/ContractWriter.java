package dev.twinwatch.serde;

import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Writes generated records. Which branch of an optional field is meant follows from whether it has a value, as its class in
 * Java allows no other: Avro looks for the branch by the name of each value, which is a quarter of the writing.
 */
final class ContractWriter<D> extends SpecificDatumWriter<D> {
    ContractWriter(Class<D> type) {
        super(type);
    }

    @Override
    protected int resolveUnion(Schema union, Object datum) {
        List<Schema> branches = union.getTypes();
        boolean optional = branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL;
        return optional ? (datum == null ? 0 : 1) : super.resolveUnion(union, datum);
    }
}
