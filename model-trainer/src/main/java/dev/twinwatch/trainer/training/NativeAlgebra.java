package dev.twinwatch.trainer.training;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The native library for matrices without which nothing can be trained. */
public final class NativeAlgebra {
    private NativeAlgebra() {}

    /**
     * Loads it, which takes some seconds the first time, and lets it multiply.
     *
     * @return what it is called
     * @throws IllegalStateException where it cannot be loaded or is wrong, with what to do
     */
    public static String load() {
        try {
            INDArray two = Nd4j.createFromArray(new float[][] {{1, 2}, {3, 4}});
            float corner = two.mmul(two).getFloat(1, 1);
            if (corner != 22) {
                throw new IllegalStateException("3 times 2 plus 4 times 4 is " + corner
                        + " to the native library: set OPENBLAS_CORETYPE=Haswell and try again");
            }
            return Nd4j.getBackend().getClass().getSimpleName();
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "the native library cannot be loaded (" + e
                            + "): it needs a 64-bit system with glibc (on Alpine, take"
                            + " another image) and 500 MB below " + System.getProperty("user.home") + "/.javacpp",
                    e);
        }
    }
}
