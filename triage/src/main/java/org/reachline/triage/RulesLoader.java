package org.reachline.triage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads what is shipped in the jar: the only place of this library that touches the outside. */
final class RulesLoader {
  static final String CORE = "rules-core.txt";

  private RulesLoader() {}

  static Rules core() {
    return switch (Rules.parse(CORE, text(CORE))) {
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
