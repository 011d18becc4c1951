package org.reachline.triage.cli;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.reachline.triage.Grams;

/** One trained logistic regression; the same lines always give the same weights. */
record Regression(double bias, double[] weights) {
  /** Inverse strength of regularisation; chosen on held-out authors of the tuning part. */
  private static final double COST = 20;

  private static final double TOLERANCE = 0.001;
  private static final double LARGEST_STEP = 127;

  /** A text as the buckets it fills, and whether it is of the class to be found. */
  record Sample(int[] buckets, boolean positive) {}

  static Regression of(List<Sample> samples) {
    var problem = new Problem();
    problem.l = samples.size();
    problem.n = Grams.BUCKETS + 1;
    problem.bias = 1;
    problem.x = samples.stream().map(s -> features(s.buckets())).toArray(Feature[][]::new);
    problem.y = samples.stream().mapToDouble(s -> s.positive() ? 1 : 0).toArray();
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] all = model.getFeatureWeights();
    var weights = new double[Grams.BUCKETS];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = sign * all[i];
    }
    return new Regression(sign * all[Grams.BUCKETS], weights);
  }

  private static Feature[] features(int[] buckets) {
    var features = new Feature[buckets.length + 1];
    double each = 1 / Math.sqrt(Math.max(1, buckets.length));
    for (int i = 0; i < buckets.length; i++) {
      features[i] = new FeatureNode(buckets[i] + 1, each);
    }
    features[buckets.length] = new FeatureNode(Grams.BUCKETS + 1, 1);
    return features;
  }

  double probability(int[] buckets) {
    double sum = 0;
    for (int bucket : buckets) {
      sum += weights[bucket];
    }
    return 1 / (1 + Math.exp(-bias - sum / Math.sqrt(Math.max(1, buckets.length))));
  }

  /** A line of the rule file: bias, scale and one byte per bucket. */
  String line(String name) {
    double largest = 0;
    for (double weight : weights) {
      largest = Math.max(largest, Math.abs(weight));
    }
    double scale = Math.max(largest, Double.MIN_NORMAL) / LARGEST_STEP;
    var steps = new byte[weights.length];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = (byte) Math.round(weights[i] / scale);
    }
    String encoded = Base64.getEncoder().encodeToString(steps);
    return String.format(Locale.ROOT, "weights %s %.6f %.9f %s%n", name, bias, scale, encoded);
  }
}
