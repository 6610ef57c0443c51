package dev.twinwatch.bench.quality.takeovers;

import dev.twinwatch.sandbox.simulator.Payment;

/** By how many deviations the logarithm of an amount differs from the mean of all earlier ones (Welford 1962). */
final class AmountScore implements Rival {
    private static final double LEAST_DEVIATION = 1e-6;

    @Override
    public String words() {
        return "z-score of amount";
    }

    @Override
    public double[] scores(Scene scene) {
        Usual usual = new Usual();
        scene.history().forEach(usual::add);
        double[] scores = new double[scene.live().size()];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = usual.deviations(scene.live().get(i));
            usual.add(scene.live().get(i));
        }
        return scores;
    }

    private static final class Usual {
        private int count;
        private double mean;
        private double squares;

        double deviations(Payment payment) {
            return Math.abs(Math.log(payment.amount()) - mean)
                    / Math.max(LEAST_DEVIATION, Math.sqrt(squares / Math.max(1, count - 1)));
        }

        void add(Payment payment) {
            double value = Math.log(payment.amount());
            count++;
            double delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }
    }
}
