package dev.twinwatch.bench.quality.commands;

/**
 * The plain baseline, Maxion and Townsend 2002: how much likelier the commands of a block are for the others than for the
 * user, each command by itself.
 */
final class NaiveBayes {
    private static final double UNSEEN = 0.01;

    private NaiveBayes() {}

    /** Scores every tested block of every user; nobody is updated. */
    static BlockScores score(Commands commands) {
        int distinct = commands.distinct();
        double[] everybody = new double[distinct];
        for (String user : commands.users()) {
            addClean(commands.of(user), everybody);
        }
        BlockScores scores = new BlockScores();
        int clean = Commands.CLEAN;
        double others = (double) clean * (commands.users().size() - 1);
        for (String user : commands.users()) {
            int[] own = commands.of(user);
            double[] mine = new double[distinct];
            addClean(own, mine);
            for (int block = 0; block < Commands.TESTED; block++) {
                double evidence = 0;
                for (int i = 0; i < Commands.BLOCK; i++) {
                    int command = own[clean + block * Commands.BLOCK + i];
                    evidence += Math.log(share(everybody[command] - mine[command], others, distinct))
                            - Math.log(share(mine[command], clean, distinct));
                }
                scores.add(commands.isMasquerade(user, block), evidence);
            }
        }
        return scores;
    }

    private static void addClean(int[] commands, double[] counts) {
        for (int i = 0; i < Commands.CLEAN; i++) {
            counts[commands[i]]++;
        }
    }

    private static double share(double count, double of, int distinct) {
        return (count + UNSEEN) / (of + UNSEEN * distinct);
    }
}
