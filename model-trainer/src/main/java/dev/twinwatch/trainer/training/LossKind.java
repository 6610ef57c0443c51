package dev.twinwatch.trainer.training;

import org.nd4j.linalg.lossfunctions.ILossFunction;

/** What training rewards: windows of one entity close together, windows of different entities apart. */
public enum LossKind {
    /** Every window against all others of its batch at once; the default, as it needs no mining. */
    SUPERVISED_CONTRASTIVE {
        @Override
        ILossFunction function(Hyperparameters settings) {
            return new SupervisedContrastiveLoss(settings.tau());
        }
    },
    /** Triplets of anchor, positive and the nearest negative that is further than the positive. */
    TRIPLET {
        @Override
        ILossFunction function(Hyperparameters settings) {
            return new TripletLoss(settings.margin());
        }
    },
    /** Explicit pairs, each alike or not. */
    CONTRASTIVE {
        @Override
        ILossFunction function(Hyperparameters settings) {
            return new ContrastiveLoss(settings.margin());
        }
    };

    abstract ILossFunction function(Hyperparameters settings);
}
