package org.reachline.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.reachline.analytics.core.Measure;

/** The tables of the README say what the code does. */
class ReadmeTest {
  @Test
  void everySettingIsListedAndNoOther() throws IOException {
    Set<String> keys =
        Arrays.stream(AnalyticsProperties.class.getRecordComponents())
            .map(component -> "reachline.analytics." + kebab(component.getName()))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(firstColumn("reachline\\.analytics\\.[a-z-]+")).isEqualTo(keys);
  }

  @Test
  void everyMeterIsListedAndNoOther() throws IOException {
    Set<String> meters = new TreeSet<>();
    for (Field field : AnalyticsMetrics.class.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
        meters.add(constant(field).replace('.', '_').replace("reachline_analytics_", ""));
      }
    }

    assertThat(firstColumn("[a-z]+(_[a-z]+)+")).isEqualTo(meters);
  }

  @Test
  void everyMeasureIsListedAndNoOther() throws IOException {
    Set<String> measures =
        Arrays.stream(Measure.values()).map(Measure::id).collect(Collectors.toSet());

    assertThat(firstColumn("[a-z._]+@[0-9]+")).isEqualTo(measures);
  }

  private static String constant(Field field) {
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException hidden) {
      throw new AssertionError(hidden);
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** What stands in code marks in the first column of a table and has this form. */
  private static Set<String> firstColumn(String form) throws IOException {
    List<String> lines = Files.readAllLines(Path.of("README.md"));
    return lines.stream()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(3, line.indexOf('`', 3)))
        .filter(Pattern.compile(form).asMatchPredicate())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
