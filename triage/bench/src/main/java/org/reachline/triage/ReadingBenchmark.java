package org.reachline.triage;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time per message: the whole assessment, and one plain automaton pass over some of the phrases,
 * see {@link Spelled}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-XX:+UseSerialGC", "-Xms1g", "-Xmx1g"})
public class ReadingBenchmark {
  private final Context context = Context.at(Instant.EPOCH);
  private List<String> messages = List.of();
  private String large = "";
  private Rules rules = Rules.core();
  private AhoCorasickDoubleArrayTrie<String> automaton = new AhoCorasickDoubleArrayTrie<>();
  private int next;

  @Setup
  public void prepare() {
    messages = Texts.messages();
    large = Texts.tenKilobytes();
    rules = Rules.core();
    automaton = new AhoCorasickDoubleArrayTrie<>();
    TreeMap<String, String> spelled = Spelled.phrases();
    automaton.build(spelled);
    System.out.printf(
        "%nplain automaton: %d phrases, at most %d of a template line; the rules: %d%n",
        spelled.size(), Spelled.PER_LINE, rules.phraseCount());
  }

  @Benchmark
  public Assessment message() {
    return Triage.assess(one(), context, rules);
  }

  @Benchmark
  public Assessment tenKilobytes() {
    return Triage.assess(large, context, rules);
  }

  /** Capitals and blanks only: no spelling, numbers, modifiers and frames. */
  @Benchmark
  public int plainAutomatonMessage() {
    return plain(one());
  }

  @Benchmark
  public int plainAutomatonTenKilobytes() {
    return plain(large);
  }

  /** Messages per second of one core. */
  @Benchmark
  @BenchmarkMode(Mode.Throughput)
  @OutputTimeUnit(TimeUnit.SECONDS)
  public Assessment throughput() {
    return Triage.assess(one(), context, rules);
  }

  /** Reading and compiling the shipped files, warm; {@link Loading} measures it cold. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public Rules load() {
    return Rules.core();
  }

  private int plain(String text) {
    int[] found = {0};
    AhoCorasickDoubleArrayTrie.IHit<String> count = (_, _, _) -> found[0]++;
    automaton.parseText(" " + text.toLowerCase(Locale.ROOT) + " ", count);
    return found[0];
  }

  private String one() {
    next = next + 1 == messages.size() ? 0 : next + 1;
    return messages.get(next);
  }
}
