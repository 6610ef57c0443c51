package dev.twinwatch.trainer.training;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Rises in a straight line while Adam knows too little of the gradients, then falls in a straight line to 0, so that the last
 * batches settle instead of wandering.
 */
final class LearningRate implements ISchedule {
    private static final long serialVersionUID = 1;

    private final double highest;
    private final double rising;
    private final int iterations;

    LearningRate(Hyperparameters settings) {
        this.highest = settings.learningRate();
        this.iterations = settings.iterations();
        this.rising = settings.warmUp() * iterations;
    }

    @Override
    public double valueAt(int iteration, int epoch) {
        double up = (iteration + 1) / (rising + 1);
        double down = (iterations - iteration) / (iterations - rising);
        return highest * Math.max(0, Math.min(1, Math.min(up, down)));
    }

    /** It has no state. */
    @Override
    @SuppressWarnings("MethodDoesntCallSuperMethod")
    public ISchedule clone() {
        return this;
    }
}
