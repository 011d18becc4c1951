package org.reachline.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reachline.ui.Models.Group;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Renders every page with sample models, in both languages, with the engine the services use. */
class PagesTest {

  private static final Set<String> VOID = Set.of("meta", "link", "img", "input", "br", "hr");
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*?)(/?)>");
  private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");

  private final SpringTemplateEngine engine = engine();

  private static SpringTemplateEngine engine() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    var resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setCharacterEncoding("UTF-8");
    var engine = new SpringTemplateEngine();
    engine.setTemplateResolver(resolver);
    engine.setTemplateEngineMessageSource(messages);
    return engine;
  }

  private String render(String lang, Pages.Sample page) {
    return engine.process(page.view(), new Context(Locale.of(lang), page.model()));
  }

  private static Map<String, Pages.Sample> pages(String lang) {
    return new Pages(lang).all();
  }

  private static Pages.Sample page(String lang, String name) {
    Pages.Sample page = pages(lang).get(name);
    if (page == null) {
      throw new AssertionError("no sample " + name);
    }
    return page;
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void everyPageRendersWholeAndKnowsItsWords(String lang) throws IOException {
    Path out = Files.createDirectories(Path.of("target", "pages", lang));
    for (var page : pages(lang).entrySet()) {
      String html = render(lang, page.getValue());

      Files.writeString(out.resolve(page.getKey() + ".html"), html);
      assertThat(html)
          .as(page.getKey())
          .doesNotContain("??")
          .doesNotContain(" th:")
          .doesNotContain("<th:")
          .doesNotContain("[[");
      assertWellFormed(page.getKey(), html);
      assertThat(ids(html)).as("ids of %s", page.getKey()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void signedInPagesHaveOneHeadingOneMainAndTheirLanguage(String lang) {
    for (String name :
        List.of(
            "queue",
            "review",
            "thread",
            "oncall",
            "insights",
            "escalation-open",
            "sign-in",
            "error-404",
            "demo")) {
      String html = render(lang, page(lang, name));

      assertThat(html.split("<h1", -1)).as("h1 of %s", name).hasSize(2);
      assertThat(html.split("<main", -1)).as("main of %s", name).hasSize(2);
      assertThat(html).contains("lang=\"" + lang + "\"");
    }
  }

  @Test
  void clientTextIsEscapedAndItsMarksQuoteTheExactWords() {
    String html = render("en", page("en", "thread"));

    assertThat(html)
        .contains("no me llame &lt;b&gt;&amp;amp;&lt;/b&gt;")
        .contains("<mark id=\"m-m2-2\">golpeando la puerta</mark>");
  }

  @Test
  void aMessageTellsItsLevelAndTheBannerForIt() {
    String english = render("en", page("en", "thread-mine"));
    String spanish = render("es", page("es", "thread-mine"));

    assertThat(english)
        .contains("<a href=\"#reasons\">Why</a>")
        .contains("What speaks against")
        .contains("counts for less")
        .contains("A rule saw a sign, but the wording did not bear it out")
        .contains("Elevated soon after a high one")
        .contains("Read together with: <a href=\"/c/c1#e-m1\">14:02</a>, an earlier message")
        .contains("Not assessed, please read.</span> There are no words");
    assertThat(spanish)
        .contains("En contra")
        .contains("Leído junto con: <a href=\"/c/c1#e-m1\">14:02</a>, un mensaje anterior")
        .contains("Sin evaluar, por favor léalo.");
  }

  @Test
  void oneTapSaysThatACrisisWasMissedAndTheCardOfThePhonesPageHasNone() {
    assertThat(render("en", page("en", "thread-mine")))
        .contains("value=\"false-alarm - m2\"")
        .contains("value=\"missed - m2\"")
        .contains("value=\"withdrawn - m4\"")
        .contains("value=\"missed child_safety m4\"")
        .contains("Missed crisis, says Nora T. · Exposure");
    assertThat(render("en", page("en", "region-case-card")))
        .doesNotContain("name=\"mark\"")
        .doesNotContain("id=\"label\"");
  }

  @Test
  void theSampleIsReadWithTwoButtonsAndWhatWasSaidLastCanBeTakenBack() {
    assertThat(render("es", page("es", "review")))
        .contains("ok see you &lt;b&gt;then&lt;/b&gt;")
        .contains("<a href=\"/api/v1/examples\" download>")
        .contains("value=\"nothing-missed - m1\"")
        .contains("value=\"missed - m1\"");
    assertThat(render("en", page("en", "review-last"))).contains("value=\"withdrawn - m1\"");
  }

  @Test
  void noPageIsTitledWithAClient() {
    for (var page : pages("en").entrySet()) {
      String html = render("en", page.getValue());
      if (html.contains("<title>")) {
        assertThat(html).as(page.getKey()).containsPattern("<title>(\\(1\\) )?Reachline</title>");
      }
    }
  }

  @Test
  void theCrisisGroupHoldsItsPlaceWhenEmpty() {
    assertThat(render("en", page("en", "queue-empty")))
        .contains("No open crisis")
        .contains("Nobody is waiting for you");
  }

  @Test
  void theEscalationPageActsWithoutScriptAndStaysLight() {
    String html = render("en", page("en", "escalation-open"));

    assertThat(html)
        .contains("action=\"/p/7KD/take\"")
        .contains("action=\"/p/7KD/pass\"")
        .contains("action=\"/p/7KD/everyone\"")
        .doesNotContain("app.css")
        .doesNotContain("htmx");
    assertThat(html.getBytes(UTF_8).length).isLessThan(9_000);
  }

  @Test
  void otherDangersStandBesideTheLeadingOneOnPageAndBoard() {
    assertThat(render("en", page("en", "escalation-open"))).contains("Exposure · Medical.");
    assertThat(render("es", page("es", "escalation-open"))).contains("Intemperie · Salud.");
    assertThat(render("es", page("es", "oncall")))
        .contains("Violencia doméstica</b> · Seguridad infantil · Pérdida de vivienda");
  }

  @Test
  void aRowFitsNineHundredBytesWithoutItsButton() {
    var group = new Group("needs-reply", List.of(Pages.groups().get(2).rows().get(1)));
    var model = new java.util.HashMap<>(page("en", "region-queue").model());
    model.put("groups", List.of(group));

    String html = engine.process("region/queue", new Context(Locale.ENGLISH, model));

    String row = html.substring(html.indexOf("<li"), html.indexOf("</li>") + 5);
    assertThat(row.getBytes(UTF_8).length).as(row).isLessThanOrEqualTo(900);
  }

  @Test
  void aNeverCallClientLeavesNoDialableLink() {
    assertThat(render("en", page("en", "thread")))
        .doesNotContain("tel:")
        .contains("Never call. No voicemail.");
  }

  @Test
  void argumentsThatAreKeysAreShownAsWordsOfThePageLanguage() {
    assertThat(render("es", page("es", "queue")))
        .contains("Violencia doméstica · avisando: paso 2 de 3");
  }

  private static List<String> ids(String html) {
    return ID.matcher(html).results().map(m -> m.group(1)).toList();
  }

  private static void assertWellFormed(String name, String html) {
    var open = new ArrayDeque<String>();
    for (MatchResult tag : (Iterable<MatchResult>) TAG.matcher(html).results()::iterator) {
      String element = tag.group(2);
      if (VOID.contains(element) || !tag.group(4).isEmpty()) {
        continue;
      }
      if (tag.group(1).isEmpty()) {
        open.push(element);
      } else {
        assertThat(open.isEmpty() ? "nothing" : open.pop())
            .as("closed by %s in %s", tag.group(), name)
            .isEqualTo(element);
      }
    }
    assertThat(open).as(name).isEmpty();
  }
}
