package org.reachline.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.reading.TriageProperties;

/** Published names stand in the README, and nothing else does. */
class ReadmeTest {
  private static final String README = read();

  private static String read() {
    try {
      return Files.readString(Path.of("README.md"));
    } catch (IOException missing) {
      throw new AssertionError("README.md", missing);
    }
  }

  @Test
  void everyKeyIsListed() {
    assertThat(rows("reachline\\.[a-z.-]+", "## Configuration", "## Meters"))
        .isEqualTo(
            Stream.concat(
                    keys("reachline.cases", CaseProperties.class),
                    keys("reachline.triage", TriageProperties.class))
                .collect(sorted()));
  }

  @Test
  void everyMeterIsListed() throws IllegalAccessException {
    Set<String> meters = new TreeSet<>();
    for (Field field : CaseMetrics.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        meters.add((String) field.get(null));
      }
    }
    assertThat(rows("reachline\\.cases\\.[a-z.-]+", "## Meters", "## Codes")).isEqualTo(meters);
  }

  @Test
  void everyRefusalIsListed() {
    assertThat(README.substring(README.indexOf("## Codes")))
        .contains(Stream.of(Refusal.values()).map(r -> "`" + r.code() + "`").toList());
  }

  @Test
  void itIsShort() {
    assertThat(README.lines().count()).isLessThanOrEqualTo(60);
  }

  private static Set<String> rows(String name, String from, String to) {
    String part = README.substring(README.indexOf(from), README.indexOf(to));
    return Pattern.compile("(?m)(?:^\\| |, )`(" + name + ")`(?=,| \\|)")
        .matcher(part)
        .results()
        .map(found -> found.group(1))
        .collect(sorted());
  }

  private static java.util.stream.Collector<String, ?, TreeSet<String>> sorted() {
    return Collectors.toCollection(TreeSet::new);
  }

  private static Stream<String> keys(String prefix, Class<?> type) {
    return Stream.of(type.getRecordComponents()).flatMap(part -> keys(prefix, part));
  }

  private static Stream<String> keys(String prefix, RecordComponent part) {
    String key =
        prefix
            + "."
            + part.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    return part.getType().isRecord() ? keys(key, part.getType()) : Stream.of(key);
  }
}
