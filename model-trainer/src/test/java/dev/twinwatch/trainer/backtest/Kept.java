package dev.twinwatch.trainer.backtest;

import dev.twinwatch.trainer.source.ContractSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Records in memory as a topic, or as a file where nothing says when they were written. */
final class Kept<T> implements ContractSource<T> {
    private static final double MICROS = 1e6;

    private final List<Entry<T>> entries = new ArrayList<>();

    /** One that was written so many seconds after 1970. */
    Kept<T> at(double second, String key, @Nullable T value) {
        return add(OptionalLong.of((long) (MICROS * second)), key, value, "");
    }

    /** One of a file. */
    Kept<T> untimed(T value) {
        return add(OptionalLong.empty(), "", value, "");
    }

    /** One that cannot be read. */
    Kept<T> broken(String problem) {
        return add(OptionalLong.empty(), "", null, problem);
    }

    private Kept<T> add(OptionalLong writtenAt, String key, @Nullable T value, String problem) {
        entries.add(new Entry<>("kept " + entries.size(), entries.size(), writtenAt, key, value, problem));
        return this;
    }

    @Override
    public String name() {
        return "kept";
    }

    @Override
    public void forEach(Consumer<Entry<T>> visitor) {
        entries.forEach(visitor);
    }
}
