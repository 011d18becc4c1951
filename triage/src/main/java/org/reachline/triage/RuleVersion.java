package org.reachline.triage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Names a rule set: the newest version line of the core, that of an agency's file, and a checksum,
 * so that an assessment tells exactly which rules made it.
 */
final class RuleVersion {
  private final Map<String, String> core = new LinkedHashMap<>();
  private final Map<String, String> overlays = new LinkedHashMap<>();
  private long sum;

  void file(RuleFile file, boolean overlay) {
    (overlay ? overlays : core).put(file.name(), "");
    sum += checksum(file.content()); // the same in whatever order the files come
  }

  private static long checksum(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  void line(RuleLine line) {
    Malformed.expect(line.words().size() == 2, "version NAME");
    String before = (line.overlay() ? overlays : core).put(line.file(), line.rest());
    Malformed.expect(before == null || before.isEmpty(), "one version line in a file");
  }

  /** Files without a version line. */
  List<String> missing() {
    var all = new LinkedHashMap<>(core);
    all.putAll(overlays);
    return all.entrySet().stream()
        .filter(e -> e.getValue().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  String name() {
    var name = new StringBuilder(core.values().stream().max(String::compareTo).orElse(""));
    overlays.values().forEach(v -> name.append('+').append(v));
    String hex = Integer.toHexString((int) (sum ^ sum >>> 32));
    return name.append('-').append("0".repeat(8 - hex.length())).append(hex).toString();
  }
}
