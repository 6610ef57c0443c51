package dev.twinwatch.bench.quality.cards;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Boosted trees by XGBoost: a head that finds by itself where inputs count together. */
final class BoostedTrees {
    private static final int ROUNDS = 150;
    private static final Map<String, Object> SETTINGS = Map.of(
            "objective",
            "binary:logistic",
            "max_depth",
            4,
            "eta",
            0.1,
            "min_child_weight",
            5,
            "subsample",
            0.8,
            "colsample_bytree",
            0.8,
            "nthread",
            2,
            "verbosity",
            0);

    private final Booster booster;

    private BoostedTrees(Booster booster) {
        this.booster = booster;
    }

    static BoostedTrees fit(List<double[]> rows, boolean[] positive, long seed) {
        try {
            DMatrix matrix = matrix(rows);
            float[] labels = new float[positive.length];
            for (int r = 0; r < labels.length; r++) {
                labels[r] = positive[r] ? 1 : 0;
            }
            matrix.setLabel(labels);
            Map<String, Object> settings = new HashMap<>(SETTINGS);
            settings.put("seed", seed);
            Booster booster = XGBoost.train(matrix, settings, ROUNDS, Map.of(), null, null);
            matrix.dispose();
            return new BoostedTrees(booster);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot learn from " + rows.size() + " rows: " + e.getMessage(), e);
        }
    }

    /** Probabilities of rows, in their order. */
    double[] score(List<double[]> rows) {
        try {
            DMatrix matrix = matrix(rows);
            float[][] predicted = booster.predict(matrix);
            matrix.dispose();
            double[] scores = new double[predicted.length];
            for (int r = 0; r < scores.length; r++) {
                scores[r] = predicted[r][0];
            }
            return scores;
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost cannot score " + rows.size() + " rows: " + e.getMessage(), e);
        }
    }

    private static DMatrix matrix(List<double[]> rows) throws XGBoostError {
        int inputs = rows.get(0).length;
        float[] values = new float[rows.size() * inputs];
        for (int r = 0; r < rows.size(); r++) {
            for (int i = 0; i < inputs; i++) {
                values[r * inputs + i] = (float) rows.get(r)[i];
            }
        }
        return new DMatrix(values, rows.size(), inputs, Float.NaN);
    }
}
