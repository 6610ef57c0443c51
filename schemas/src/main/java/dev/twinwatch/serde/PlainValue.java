package dev.twinwatch.serde;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.util.Utf8;

/** What a value of Avro is in plain Java: String, Long, Double or Boolean. */
final class PlainValue {
    private static final GenericData MODEL = new GenericData();

    static {
        MODEL.addLogicalTypeConversion(new Conversions.DecimalConversion());
        MODEL.addLogicalTypeConversion(new Conversions.UUIDConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.DateConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimeMillisConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimestampMillisConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.TimestampNanosConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.LocalTimestampMillisConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        MODEL.addLogicalTypeConversion(new TimeConversions.LocalTimestampNanosConversion());
    }

    private PlainValue() {}

    /** Which type of a union the value has; the schema itself if it is no union. */
    static Schema branch(Schema schema, Object value) {
        return schema.isUnion() ? schema.getTypes().get(MODEL.resolveUnion(schema, value)) : schema;
    }

    static Object of(Object value, Schema schema, String path) {
        // The commonest first, and classes before interfaces, which take longer to tell.
        if (value instanceof Utf8 || value instanceof String) {
            return value.toString();
        }
        if (value instanceof Long || value instanceof Double || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Integer number) {
            return number.longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof CharSequence || value instanceof GenericEnumSymbol || value instanceof Enum) {
            return value.toString();
        }
        if (value instanceof BigDecimal decimal) {
            return decimal.doubleValue();
        }
        if (value instanceof ByteBuffer || value instanceof GenericFixed) {
            return ofBytes(value, branch(schema, value));
        }
        return ofLogical(value, branch(schema, value), path);
    }

    private static Object ofBytes(Object value, Schema schema) {
        var type = schema.getLogicalType();
        if (type instanceof LogicalTypes.Decimal) {
            var decimal = new Conversions.DecimalConversion();
            return (value instanceof GenericFixed fixed
                            ? decimal.fromFixed(fixed, schema, type)
                            : decimal.fromBytes(((ByteBuffer) value).duplicate(), schema, type))
                    .doubleValue();
        }
        if (value instanceof GenericFixed fixed) {
            return HexFormat.of().formatHex(fixed.bytes());
        }
        var bytes = ((ByteBuffer) value).duplicate();
        var copy = new byte[bytes.remaining()];
        bytes.get(copy);
        return HexFormat.of().formatHex(copy);
    }

    /** Generated classes hold instants and dates where generic records hold the number that was written. */
    private static Object ofLogical(Object value, Schema schema, String path) {
        var type = schema.getLogicalType();
        var conversion = type == null ? null : MODEL.getConversionByClass(value.getClass(), type);
        if (conversion != null) {
            return of(Conversions.convertToRawType(value, schema, type, conversion), schema, path);
        }
        throw new IllegalArgumentException("path `" + path + "` ends at a value of type "
                + schema.getType().getName().toLowerCase(Locale.ROOT)
                + ", not at one value: name what is inside it, with a dot before it");
    }
}
