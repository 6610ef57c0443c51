package dev.twinwatch.trainer.training;

/** What training rewards: windows of one entity close together, windows of different entities apart. */
public enum LossKind {
    /** Every window against all others of its batch at once; the default, as it needs no mining. */
    SUPERVISED_CONTRASTIVE {
        @Override
        EmbeddingLoss function(Hyperparameters settings, int iteration) {
            return new SupervisedContrastiveLoss(settings.tau());
        }
    },
    /** Triplets of anchor, positive and negative: semi-hard ones at first, the hardest of the batch later. */
    TRIPLET {
        @Override
        EmbeddingLoss function(Hyperparameters settings, int iteration) {
            return iteration < settings.semiHard() * settings.iterations()
                    ? new TripletLoss(settings.margin())
                    : new BatchHardLoss(settings.margin());
        }
    },
    /** Every window against the mean of each entity's windows, of its own entity without itself. */
    PROTOTYPE {
        @Override
        EmbeddingLoss function(Hyperparameters settings, int iteration) {
            return new PrototypeLoss(settings.tau());
        }
    },
    /** Explicit pairs, each alike or not. */
    CONTRASTIVE {
        @Override
        EmbeddingLoss function(Hyperparameters settings, int iteration) {
            return new ContrastiveLoss(settings.margin());
        }
    };

    /** The loss of one iteration, counted from 0. */
    abstract EmbeddingLoss function(Hyperparameters settings, int iteration);
}
