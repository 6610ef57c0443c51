package dev.twinwatch.trainer.inspection;

import dev.twinwatch.engine.features.Hash64;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything that one pass over the values of one path tells. */
final class Column {
    private static final int COUNTED_VALUES = 1_000;
    private static final int LONGEST_COUNTED = 200;

    private final String path;
    private final Map<Form, Long> forms = new EnumMap<>(Form.class);
    private final DistinctCount distinct = new DistinctCount();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Sample numbers = new Sample();
    private long present;
    private long characters;
    private long withoutZone;
    private long falls;
    private long ties;
    private double last = Double.NEGATIVE_INFINITY;
    private final Name name;

    Column(String path) {
        this.path = path;
        this.name = new Name(path);
    }

    /** Notes a value that is not missing. */
    void add(Object value) {
        String text = value.toString();
        present++;
        characters += text.length();
        Form form = Form.of(value);
        forms.merge(form, 1L, Long::sum);
        distinct.add(Hash64.of(text));
        count(text);
        if (form.isNumber()) {
            double number = Double.parseDouble(text);
            numbers.add(number);
            falls += number < last ? 1 : 0;
            ties += number == last ? 1 : 0;
            last = number;
        } else if (form == Form.ISO_TIME) {
            // After the date a sign or a Z can only be that of a zone
            String clock = text.strip().substring("2026-01-01".length());
            withoutZone += clock.matches(".*[Z+-].*") ? 0 : 1;
        }
    }

    private void count(String text) {
        if (text.length() <= LONGEST_COUNTED && (counts.size() < COUNTED_VALUES || counts.containsKey(text))) {
            counts.merge(text, 1L, Long::sum);
        }
    }

    String path() {
        return path;
    }

    /** What the name of the column tells. */
    Name name() {
        return name;
    }

    /** Values that are not missing. */
    long present() {
        return present;
    }

    /** Share of the present values, 0 to 1. */
    double share(Form... wanted) {
        long sum = 0;
        for (Form form : wanted) {
            sum += count(form);
        }
        return present == 0 ? 0 : sum / (double) present;
    }

    long count(Form form) {
        return forms.getOrDefault(form, 0L);
    }

    double numeric() {
        return share(Form.WHOLE, Form.DECIMAL);
    }

    long distinct() {
        return distinct.value();
    }

    /** Distinct values over present ones: 1 where each value is another. */
    double uniqueness() {
        return present == 0 ? 0 : Math.min(1, distinct() / (double) present);
    }

    /** Of the values that are numbers. */
    Sample numbers() {
        return numbers;
    }

    /** Share of numbers that are smaller than the one before in the file, 0 to 1. */
    double fallShare() {
        return numbers.seen() < 2 ? 0 : falls / (double) (numbers.seen() - 1);
    }

    /** Share of numbers that equal the one before in the file, 0 to 1. */
    double tieShare() {
        return numbers.seen() < 2 ? 0 : ties / (double) (numbers.seen() - 1);
    }

    /** Times that name no zone. */
    long withoutZone() {
        return withoutZone;
    }

    double meanLength() {
        return present == 0 ? 0 : characters / (double) present;
    }

    /** Some values, the most frequent ones first; the first ones where all are as seldom. */
    List<String> examples(int most) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(most)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A value that has the wanted form, or empty where none was counted. */
    String exampleOf(Form form) {
        return counts.keySet().stream()
                .filter(text -> Form.of(text) == form)
                .findFirst()
                .orElse("");
    }
}
