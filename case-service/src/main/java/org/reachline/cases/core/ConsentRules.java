package org.reachline.cases.core;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.reachline.contracts.events.ConsentSignal;

/**
 * Whether a text is a STOP, START or HELP: the whole body is a known phrase, whatever punctuation
 * and courtesy stand around it. A word inside a sentence is never one.
 */
public final class ConsentRules {
  /** Part of every ledger entry; a change of the phrases changes it. */
  public static final String VERSION = "2026.1";

  private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]+");
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019\u02bc`]");
  private static final Pattern NOT_WORDS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern DRAWN_OUT = Pattern.compile("(.)\\1{2,}");
  private static final Pattern QUOTED_LINE = Pattern.compile("(?m)^\\s*>.*$");

  private static final String STOP_EN =
      "stop, stopall, stop all, unsubscribe, unsubscribe me, quit, end, cancel, revoke, optout,"
          + " opt out, opt me out, stop texting, stop texting me, stop messaging me, stop messages,"
          + " stop the texts, stop the messages, stop sending me texts, stop sending me messages,"
          + " dont text me, do not text me, dont text me anymore, do not text me anymore,"
          + " no more texts, no more messages, remove me, remove me from the list,"
          + " remove me from your list, take me off the list, take me off your list";
  private static final String STOP_ES =
      "alto, parar, pare, paren, cancelar, baja, darme de baja, dar de baja, deme de baja,"
          + " denme de baja, detener, salir, fin, no mas mensajes, no mas textos,"
          + " no me escriba, no me escriban, ya no me escriba, ya no me escriban,"
          + " no me mande mensajes, no me manden mensajes, ya no me manden mensajes,"
          + " quiteme de la lista, quitenme de la lista, deje de escribirme, dejen de escribirme";
  private static final String START_EN = "start, unstop, resume, subscribe, opt in, optin";
  private static final String START_ES = "iniciar, inicio, empezar, comenzar, reanudar";
  private static final String HELP_EN = "help, help me, info, information";
  private static final String HELP_ES = "ayuda, ayudame, ayudeme, informacion, auxilio";
  private static final List<String> COURTESY =
      List.of(
          "please",
          "pls",
          "plz",
          "thanks",
          "thank you",
          "thx",
          "ty",
          "now",
          "ok",
          "okay",
          "por favor",
          "porfavor",
          "porfa",
          "xfa",
          "xfavor",
          "gracias",
          "muchas gracias",
          "ya");

  private static final Map<String, Said> PHRASES = phrases();

  private ConsentRules() {}

  /** What a text says about being written to. */
  public sealed interface Reading {}

  /** Nothing. */
  public record Silent() implements Reading {}

  /**
   * One of the three.
   *
   * @param rule the phrase that matched, from our own list
   * @param language en or es, for the answer
   */
  public record Said(ConsentSignal signal, String rule, String language) implements Reading {}

  /** Reads the client's own words; lines quoted from an earlier message do not count. */
  public static Reading read(String text) {
    if (text.length() > 400) {
      return new Silent();
    }
    String body = fold(QUOTED_LINE.matcher(text).replaceAll(" "));
    Said whole = PHRASES.get(body);
    if (whole != null) {
      return whole;
    }
    Said bare = PHRASES.get(withoutCourtesy(body));
    return bare == null ? new Silent() : bare;
  }

  private static String fold(String text) {
    String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(decomposed).replaceAll("").toLowerCase(Locale.ROOT);
    String joined = APOSTROPHES.matcher(plain).replaceAll("");
    String words = NOT_WORDS.matcher(joined).replaceAll(" ").strip();
    return DRAWN_OUT.matcher(words).replaceAll("$1");
  }

  private static String withoutCourtesy(String body) {
    String rest = body;
    for (boolean found = true; found; ) {
      found = false;
      for (String word : COURTESY) {
        String shorter = trimmed(rest, word);
        found |= shorter.length() < rest.length();
        rest = shorter;
      }
    }
    return rest;
  }

  private static String trimmed(String body, String word) {
    if (body.endsWith(" " + word)) {
      return body.substring(0, body.length() - word.length() - 1);
    }
    return body.startsWith(word + " ") ? body.substring(word.length() + 1) : body;
  }

  private static Map<String, Said> phrases() {
    Map<String, Said> all = new HashMap<>();
    put(all, STOP_EN, ConsentSignal.STOP, "en");
    put(all, STOP_ES, ConsentSignal.STOP, "es");
    put(all, START_EN, ConsentSignal.START, "en");
    put(all, START_ES, ConsentSignal.START, "es");
    put(all, HELP_EN, ConsentSignal.HELP, "en");
    put(all, HELP_ES, ConsentSignal.HELP, "es");
    return Map.copyOf(all);
  }

  private static void put(
      Map<String, Said> into, String list, ConsentSignal signal, String language) {
    for (String phrase : List.of(list.split(","))) {
      String words = List.of(phrase.strip().split(" ")).stream().collect(Collectors.joining(" "));
      into.put(words, new Said(signal, words, language));
    }
  }
}
