package org.reachline.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads what is shipped in the jar: the only place of this library that touches the outside. */
final class RulesLoader {
  /** In the order in which people read them; the meaning does not depend on it. */
  private static final List<String> CORE =
      List.of(
          "words",
          "modifiers",
          "suicide",
          "violence-home",
          "violence",
          "overdose",
          "medical",
          "exposure",
          "children",
          "trafficking",
          "housing",
          "support",
          "learned");

  private RulesLoader() {}

  static List<RuleFile> files() {
    return CORE.stream()
        .map(name -> "rules/" + name + ".txt")
        .map(name -> new RuleFile(name, text(name)))
        .toList();
  }

  static Rules core() {
    return switch (Rules.parse(files())) {
      case Rules.Loaded(var rules) -> rules;
      case Rules.Refused(var errors) -> throw new IllegalStateException(errors.describe());
    };
  }

  static String text(String resource) {
    try (InputStream in = RulesLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing from the jar: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
