package org.reachline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Weights, gzip: a cracked phone on two bars of signal is the machine these pages are for. */
class BudgetsTest {

  private static final Pattern ICON = Pattern.compile("icons\\.svg#([a-z]+)['\"]");

  private static Path ui(String name) {
    return Resources.STATIC.resolve(name);
  }

  @Test
  void stylesFitNineKilobytesTogetherAndPerPage() {
    assertThat(Resources.gzip(Resources.styles().toArray(Path[]::new))).isLessThanOrEqualTo(9_000);
    assertThat(
            Resources.gzip(ui("tokens.css"))
                + Resources.gzip(ui("app.css"))
                + Resources.gzip(ui("demo.css")))
        .isLessThanOrEqualTo(9_000);
  }

  @Test
  void iconsFitFourKilobytes() {
    assertThat(Resources.gzip(ui("icons.svg"))).isLessThanOrEqualTo(4_000);
  }

  @Test
  void scriptOfAPageFitsTwentyFourKilobytes() {
    int htmx = Resources.gzip(ui("vendor/htmx.min.js"));
    assertThat(Resources.gzip(ui("live.js"))).isLessThanOrEqualTo(7_000);
    assertThat(htmx + Resources.gzip(ui("live.js"))).isLessThanOrEqualTo(24_000);
    assertThat(htmx + Resources.gzip(ui("demo.js"))).isLessThanOrEqualTo(24_000);
  }

  @Test
  void everyIconThatIsAskedForIsDrawn() {
    String sprite = Resources.read(ui("icons.svg"));
    Set<String> used = new TreeSet<>();
    for (Path template : Resources.templates()) {
      used.addAll(
          ICON.matcher(Resources.read(template))
              .results()
              .map(m -> m.group(1))
              .collect(Collectors.toSet()));
    }
    assertThat(used).hasSizeGreaterThan(15);
    assertThat(used).allMatch(name -> sprite.contains("id=\"" + name + "\""));
  }
}
