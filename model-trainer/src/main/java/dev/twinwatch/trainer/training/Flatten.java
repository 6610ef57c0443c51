package dev.twinwatch.trainer.training;

import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Lays the events of a window side by side: [rows][inputs][length] becomes [rows][inputs x length], and the mask ends. */
final class Flatten implements InputPreProcessor {
    private static final long serialVersionUID = 1;

    private final int inputs;
    private final int length;

    Flatten(int inputs, int length) {
        this.inputs = inputs;
        this.length = length;
    }

    @Override
    public INDArray preProcess(INDArray input, int rows, LayerWorkspaceMgr memory) {
        // DL4J's own count of rows is that of the batch before
        return memory.dup(ArrayType.ACTIVATIONS, input, 'c').reshape('c', input.size(0), (long) inputs * length);
    }

    @Override
    public INDArray backprop(INDArray gradient, int rows, LayerWorkspaceMgr memory) {
        return memory.dup(ArrayType.ACTIVATION_GRAD, gradient, 'c').reshape('c', gradient.size(0), inputs, length);
    }

    @Override
    public InputPreProcessor clone() {
        return new Flatten(inputs, length);
    }

    @Override
    public InputType getOutputType(InputType input) {
        return InputType.feedForward((long) inputs * length);
    }

    @Override
    public @Nullable Pair<INDArray, MaskState> feedForwardMaskArray(INDArray mask, MaskState state, int rows) {
        // by the mask, what stands behind the last event is 0 already
        return null;
    }
}
