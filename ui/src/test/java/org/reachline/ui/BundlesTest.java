package org.reachline.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Both languages say everything, with the same blanks, and nothing asks for a word that is not
 * there.
 */
class BundlesTest {

  private static final Pattern BLANK = Pattern.compile("\\{(\\d)[,}]");
  private static final Pattern FIXED_KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9_.-]*)[(}]");
  private static final Pattern FAMILY = Pattern.compile("'([a-z]+(?:\\.[a-z]+)*\\.)' \\+");
  private static final Pattern SCRIPT_WORD = Pattern.compile("word\\('([A-Z][A-Za-z0-9]*)'");

  private final Set<String> english = Resources.bundle("en").stringPropertyNames();

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(Resources.bundle("es").stringPropertyNames()).isEqualTo(english);
  }

  @Test
  void everyKeyHasWordsAndTheSameBlanksInBothLanguages() {
    var en = Resources.bundle("en");
    var es = Resources.bundle("es");
    for (String key : english) {
      assertThat(en.getProperty(key)).as(key).isNotBlank();
      assertThat(blanks(es.getProperty(key))).as(key).isEqualTo(blanks(en.getProperty(key)));
    }
  }

  @Test
  void noStraightApostropheStands() {
    for (String lang : List.of("en", "es")) {
      assertThat(Resources.read(Resources.ROOT.resolve("messages_" + lang + ".properties")))
          .as("MessageFormat eats a straight apostrophe")
          .doesNotContain("'");
    }
  }

  @Test
  void everyKeyOfATemplateExists() {
    var used = new TreeSet<String>();
    for (Path template : Resources.templates()) {
      FIXED_KEY.matcher(Resources.read(template)).results().forEach(m -> used.add(m.group(1)));
    }
    assertThat(used).hasSizeGreaterThan(150);
    assertThat(english).containsAll(used);
  }

  @Test
  void everyFamilyOfKeysOfATemplateHasMembers() {
    for (Path template : Resources.templates()) {
      FAMILY
          .matcher(Resources.read(template))
          .results()
          .map(m -> m.group(1))
          .forEach(
              family -> assertThat(english).as(family).anyMatch(key -> key.startsWith(family)));
    }
  }

  @Test
  void everyWordOfAScriptIsHandedOverByItsPage() {
    assertThat(wordsOf("live.js")).allMatch(w -> hasData("layout/shell.html", w), "in the shell");
    assertThat(wordsOf("demo.js")).allMatch(w -> hasData("demo.html", w), "on the phones page");
  }

  private static Set<String> wordsOf(String script) {
    return SCRIPT_WORD
        .matcher(Resources.read(Resources.STATIC.resolve(script)))
        .results()
        .map(m -> m.group(1))
        .filter(w -> !w.equals("E"))
        .collect(Collectors.toSet());
  }

  private static boolean hasData(String template, String word) {
    String name = word.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return Resources.read(Resources.ROOT.resolve("templates").resolve(template))
        .contains("th:data-t" + name + "=");
  }

  private static Set<String> blanks(String text) {
    return BLANK.matcher(text).results().map(m -> m.group(1)).collect(Collectors.toSet());
  }

  @Test
  void theWordsOfTheDesignStandAsTheyWereAgreed() {
    var es = Resources.bundle("es");
    assertThat(
            Stream.of("take", "taken.you", "nobody.imminent", "nocall", "empty", "fail")
                .map(es::getProperty))
        .containsExactly(
            "Tomarla",
            "La tiene usted. Ya avisamos a los demás.",
            "Crisis inminente: nadie la ha tomado",
            "Nunca llame. Sin buzón de voz.",
            "Nadie le está esperando",
            "No se pudo cargar. No se perdió nada.");
  }
}
