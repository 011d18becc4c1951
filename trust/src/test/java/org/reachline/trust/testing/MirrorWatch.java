package org.reachline.trust.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Holds the mirror agency's data against what it was before the test. A test class registers where
 * such data lies; one that changes it on purpose does so inside {@link #plant}.
 */
public final class MirrorWatch {
  private final Map<String, Supplier<Map<String, String>>> sources = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> before = new LinkedHashMap<>();

  MirrorWatch() {}

  /** Every document of the mirror in every collection of a database. */
  public void database(String mongoUri) {
    watch("database " + Documents.nameOf(mongoUri), () -> Documents.ofMirror(mongoUri));
  }

  /** Every record of the mirror on these topics. */
  public void topics(String bootstrapServers, String... topics) {
    for (String topic : topics) {
      watch("topic " + topic, () -> Records.ofMirror(bootstrapServers, topic));
    }
  }

  /**
   * Anything else.
   *
   * @param idToFingerprint one entry per thing of the mirror
   */
  public void watch(String what, Supplier<Map<String, String>> idToFingerprint) {
    sources.put(what, idToFingerprint);
    before.put(what, new TreeMap<>(idToFingerprint.get()));
  }

  /** Does something that changes the mirror on purpose, and takes what it is then as its state. */
  public void plant(Runnable act) {
    act.run();
    remember();
  }

  /** Fails if the mirror's data differ from before. */
  public void check() {
    sources.forEach((what, now) -> compare(what, before.getOrDefault(what, Map.of()), now.get()));
  }

  void remember() {
    sources.forEach((what, now) -> before.put(what, new TreeMap<>(now.get())));
  }

  private static void compare(String what, Map<String, String> then, Map<String, String> now) {
    TreeSet<String> changed = new TreeSet<>(then.keySet());
    changed.addAll(now.keySet());
    changed.removeIf(id -> then.containsKey(id) && then.get(id).equals(now.get(id)));
    if (!changed.isEmpty()) {
      throw new AssertionError("the mirror agency's data changed in " + what + ": " + changed);
    }
  }
}
