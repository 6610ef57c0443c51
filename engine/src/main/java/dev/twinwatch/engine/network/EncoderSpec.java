package dev.twinwatch.engine.network;

import dev.twinwatch.engine.watch.EncoderKind;
import java.util.List;

/**
 * The shape of an encoder; with {@link Weights} it is the encoder.
 *
 * @param kind which network
 * @param length most events in a window
 * @param denseInputs dense values of one event
 * @param buckets rows of the embedding table of each category
 * @param embedding values of one category embedding
 * @param hidden bag: width of the layer over the averages of dense inputs; tcn: channels of each convolution; lstm: width of
 *     the state; mlp: width of both layers; set: ignored, as is {@code embedding}
 * @param kernel tcn: taps of a convolution; others: ignored
 * @param dilations tcn: distance between taps, one for each convolution; others: empty
 * @param dimensions values of the embedding of a window
 */
public record EncoderSpec(
        EncoderKind kind,
        int length,
        int denseInputs,
        List<Integer> buckets,
        int embedding,
        int hidden,
        int kernel,
        List<Integer> dilations,
        int dimensions) {

    /** Of one layer: 64 MiB, what a bundle can still hold. */
    private static final long MOST_WEIGHTS = 1 << 24;

    public EncoderSpec {
        buckets = List.copyOf(buckets);
        dilations = List.copyOf(dilations);
        require(length >= 1 && length <= 512, "length", length, "1 to 512");
        require(denseInputs >= 0 && denseInputs <= 4096, "denseInputs", denseInputs, "0 to 4096");
        require(denseInputs + buckets.size() > 0, "denseInputs", denseInputs, "at least 1 where no category is read");
        require(embedding >= 1 && embedding <= 1024, "embedding", embedding, "1 to 1024");
        require(hidden >= 1 && hidden <= 4096, "hidden", hidden, "1 to 4096");
        require(dimensions >= 2 && dimensions <= 1024, "dimensions", dimensions, "2 to 1024");
        require(kernel >= 1 && kernel <= 64, "kernel", kernel, "1 to 64");
        for (int rows : buckets) {
            require(rows >= 2 && rows <= 1 << 16, "buckets", rows, "2 to 65536");
        }
        for (int distance : dilations) {
            require(distance >= 1 && distance <= 512, "dilations", distance, "1 to 512");
        }
        long firstLayer = (long) length * (denseInputs + (long) buckets.size() * embedding) * hidden;
        require(
                kind != EncoderKind.MLP || firstLayer <= MOST_WEIGHTS,
                "length",
                length,
                "at most " + MOST_WEIGHTS + " weights in the first layer of a mlp, here " + firstLayer
                        + ": shorten the windows or choose a bag");
        require(kind != EncoderKind.SET || denseInputs == 0, "denseInputs", denseInputs, "0 in a set: choose a bag");
        require(kind != EncoderKind.TCN || !dilations.isEmpty(), "dilations", 0, "at least one convolution");
    }

    /** A network of this kind with sensible sizes. */
    public static EncoderSpec of(EncoderKind kind, int length, int denseInputs, List<Integer> buckets, int dimensions) {
        return switch (kind) {
            case BAG -> bag(length, denseInputs, buckets, dimensions);
            case TCN -> tcn(length, denseInputs, buckets, dimensions);
            case LSTM -> lstm(length, denseInputs, buckets, dimensions);
            case MLP -> mlp(length, denseInputs, buckets, dimensions);
            case SET -> set(length, denseInputs, buckets, dimensions);
        };
    }

    /**
     * A bag with sensible sizes. Its embeddings of values are as wide as that of a window, which costs the service nothing:
     * narrower ones would take the room away again.
     */
    public static EncoderSpec bag(int length, int denseInputs, List<Integer> buckets, int dimensions) {
        int embedding = Math.max(32, dimensions);
        return new EncoderSpec(EncoderKind.BAG, length, denseInputs, buckets, embedding, 32, 1, List.of(), dimensions);
    }

    /** Three causal convolutions of 48 channels, three taps each, which see 15 events. */
    public static EncoderSpec tcn(int length, int denseInputs, List<Integer> buckets, int dimensions) {
        return new EncoderSpec(EncoderKind.TCN, length, denseInputs, buckets, 12, 48, 3, List.of(1, 2, 4), dimensions);
    }

    /** A state of 64 values, which costs about what the convolutions cost. */
    public static EncoderSpec lstm(int length, int denseInputs, List<Integer> buckets, int dimensions) {
        return new EncoderSpec(EncoderKind.LSTM, length, denseInputs, buckets, 12, 64, 1, List.of(), dimensions);
    }

    /** Two layers of 128 values over windows of always the same length. */
    public static EncoderSpec mlp(int length, int denseInputs, List<Integer> buckets, int dimensions) {
        return new EncoderSpec(EncoderKind.MLP, length, denseInputs, buckets, 12, 128, 1, List.of(), dimensions);
    }

    /** A set, whose only sizes are those of its categories and of the embedding. */
    public static EncoderSpec set(int length, int denseInputs, List<Integer> buckets, int dimensions) {
        return new EncoderSpec(EncoderKind.SET, length, denseInputs, buckets, dimensions, 1, 1, List.of(), dimensions);
    }

    /** Values of one event for the networks that read events one by one. */
    public int eventWidth() {
        return denseInputs + buckets.size() * embedding;
    }

    /** Multiplications with an addition that the service spends on a full window: the cost of an event. */
    public long multiplyAdds() {
        long inputs = eventWidth();
        return switch (kind) {
            // categories at most: the embeddings of values went through the last layer beforehand
            case BAG ->
                (long) buckets.size() * length * dimensions
                        + (denseInputs == 0 ? 0 : hidden * (2L * denseInputs + dimensions));
            case TCN -> (long) length * kernel * hidden * (inputs + (dilations.size() - 1L) * hidden) + last();
            case LSTM -> length * 4L * hidden * (inputs + hidden) + last();
            case MLP -> hidden * (length * inputs + hidden) + last();
            // values and pairs of neighbours at most
            case SET -> 2L * buckets.size() * length * dimensions;
        };
    }

    private long last() {
        return (long) hidden * dimensions;
    }

    private static void require(boolean holds, String name, int value, String expected) {
        if (!holds) {
            throw new IllegalArgumentException("encoder has " + name + " " + value + ", expected " + expected);
        }
    }
}
