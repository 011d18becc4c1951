package org.reachline.triage.cli;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.reachline.triage.Features;
import org.reachline.triage.PackedWeights;

/**
 * One trained logistic regression; the same lines always give the same weights. Features are scaled
 * by how much more often they occur in what is to be found (Wang and Manning 2012, "Baselines and
 * Bigrams"), which on short texts beats the plain regression at equal false alarms.
 */
record Regression(double bias, double[] weights) {
  /** Inverse strength of regularisation; chosen on totals, see RATIONALE.md. */
  private static final double COST = 32;

  private static final double TOLERANCE = 0.001;
  private static final double SMOOTHING = 0.5;
  private static final double LARGEST_STEP = 127;

  /**
   * What is seen of a text, and whether it is of the class to be found.
   *
   * @param times as how many texts it counts; how common its features are is counted once
   */
  record Sample(Features seen, boolean positive, int times) {}

  /**
   * Trains on the samples.
   *
   * @param size {@link Features#SIZE} or {@link Features#SMALL}
   */
  static Regression of(List<Sample> samples, int size) {
    double[] ratios = ratios(samples, size);
    var problem = new Problem();
    problem.n = size + 1;
    problem.bias = 1;
    problem.x = samples.stream().flatMap(s -> rows(s, ratios)).toArray(Feature[][]::new);
    problem.y = samples.stream().flatMapToDouble(Regression::classes).toArray();
    problem.l = problem.x.length;
    Linear.disableDebugOutput();
    Model model = Linear.train(problem, new Parameter(SolverType.L2R_LR, COST, TOLERANCE));
    double sign = model.getLabels()[0] == 1 ? 1 : -1;
    double[] all = model.getFeatureWeights();
    var weights = new double[size];
    for (int i = 0; i < size; i++) {
      weights[i] = sign * all[i] * ratios[i];
    }
    return new Regression(sign * all[size], weights);
  }

  private static Stream<Feature[]> rows(Sample sample, double[] ratios) {
    return Collections.nCopies(sample.times(), features(sample.seen(), ratios)).stream();
  }

  private static DoubleStream classes(Sample sample) {
    return DoubleStream.generate(() -> sample.positive() ? 1 : 0).limit(sample.times());
  }

  /** For each feature the logarithm of its share among the positives over that among the others. */
  private static double[] ratios(List<Sample> samples, int size) {
    var positive = new double[size];
    var negative = new double[size];
    Arrays.fill(positive, SMOOTHING);
    Arrays.fill(negative, SMOOTHING);
    for (Sample sample : samples) {
      double[] counts = sample.positive() ? positive : negative;
      values(sample.seen(), size).keySet().forEach(feature -> counts[feature]++);
    }
    double shift = Math.log(Arrays.stream(negative).sum() / Arrays.stream(positive).sum());
    var ratios = new double[size];
    Arrays.setAll(ratios, i -> Math.log(positive[i] / negative[i]) + shift);
    return ratios;
  }

  private static Feature[] features(Features seen, double[] ratios) {
    int size = ratios.length;
    var features = new ArrayList<Feature>();
    values(seen, size)
        .forEach((at, value) -> features.add(new FeatureNode(at + 1, value * ratios[at])));
    features.add(new FeatureNode(size + 1, 1));
    return features.toArray(Feature[]::new);
  }

  /** The value of each feature; those that share a place add up. */
  private static SortedMap<Integer, Double> values(Features seen, int size) {
    var values = new TreeMap<Integer, Double>();
    for (int word : seen.words()) {
      values.merge(Features.at(word, size), seen.wordValue(), Double::sum);
    }
    for (int cue : seen.cues()) {
      values.merge(Features.at(cue, size), seen.cueValue(), Double::sum);
    }
    return values;
  }

  double probability(Features seen) {
    double score = bias;
    for (var value : values(seen, weights.length).entrySet()) {
      score += weights[value.getKey()] * value.getValue();
    }
    return 1 / (1 + Math.exp(-score));
  }

  /** A line of the rule file: bias, scale and one byte per feature, packed. */
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
    return String.format(
        Locale.ROOT, "weights %s %.6f %.9f %s%n", name, bias, scale, PackedWeights.pack(steps));
  }
}
