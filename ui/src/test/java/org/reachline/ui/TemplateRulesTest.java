package org.reachline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a strict content policy and escaped client text ask of every template and script. */
class TemplateRulesTest {

  private static final Map<String, Pattern> FORBIDDEN =
      Map.ofEntries(
          rule("unescaped text", "th:utext|\\[\\(\\$"),
          rule("preprocessing", "__\\$\\{|__\\*\\{"),
          rule("inlined script", "th:inline=.(javascript|css)"),
          rule("inline script", "<script(?![^>]*\\bsrc=)[^>]*>"),
          rule("inline style", "<style|[ :]style=|th:style"),
          rule("event attribute", "\\son[a-z]+=|th:on[a-z]+="),
          rule("hx-on, boost, filters, js:", "hx-on|hx-boost|hx-trigger|js:|javascript:"),
          rule("focus taken", "autofocus"),
          rule("another host", "https?://(?!www\\.thymeleaf\\.org|www\\.w3\\.org)"),
          rule("context-relative link", "@\\{"),
          rule("hx-disable", "hx-disable"),
          rule("data in the title", "<title[^>]*\\$\\{(?!count)"));

  private static Map.Entry<String, Pattern> rule(String name, String regex) {
    return Map.entry(name, Pattern.compile(regex));
  }

  @Test
  void noTemplateHoldsWhatThePolicyForbids() {
    for (Path template : Resources.templates()) {
      String text = Resources.read(template);
      FORBIDDEN.forEach(
          (name, pattern) ->
              assertThat(pattern.matcher(text).results().map(m -> m.group()))
                  .as("%s in %s", name, template)
                  .isEmpty());
    }
  }

  @Test
  void everyTemplateSaysWhatItNeeds() {
    assertThat(Resources.templates())
        .hasSizeGreaterThan(15)
        .allMatch(t -> Resources.read(t).contains("<!--/*"), "a parser-level comment");
  }

  @Test
  void everyPostCarriesTheToken() {
    var form = Pattern.compile("<form[^>]*method=\"post\".*?</form>", Pattern.DOTALL);
    for (Path template : Resources.templates()) {
      form.matcher(Resources.read(template))
          .results()
          .forEach(m -> assertThat(m.group()).contains("name=\"csrf\""));
    }
  }

  @Test
  void scriptsWriteTextNeverMarkup() {
    for (Path script : Resources.scripts()) {
      assertThat(Resources.read(script))
          .doesNotContain("innerHTML")
          .doesNotContain("insertAdjacentHTML")
          .doesNotContain("document.write")
          .doesNotContain("eval(")
          .doesNotContain("new Function")
          .doesNotContain("localStorage");
    }
  }

  @Test
  void stylesUseLogicalPropertiesAndLoadNothing() {
    for (Path style : Resources.styles()) {
      assertThat(Resources.read(style))
          .doesNotContain("@import")
          .doesNotContain("url(")
          .doesNotContainPattern("(margin|padding|border)-(left|right|top|bottom)")
          .doesNotContainPattern("[;{ ](left|right|top|bottom|width|height): ");
    }
  }
}
