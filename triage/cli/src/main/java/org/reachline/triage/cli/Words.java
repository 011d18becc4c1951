package org.reachline.triage.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.reachline.triage.Category;
import org.reachline.triage.Effect;
import org.reachline.triage.Modifier;
import org.reachline.triage.Severity;

/** The words of an explanation, English or Spanish. */
record Words(Locale locale, Map<String, String> own) {
  private static final Map<String, String> SPANISH =
      Map.ofEntries(
          Map.entry("IMMINENT", "INMINENTE"),
          Map.entry("HIGH", "ALTO"),
          Map.entry("ELEVATED", "ELEVADO"),
          Map.entry("LOW", "BAJO"),
          Map.entry("suicide self harm", "suicidio o autolesión"),
          Map.entry("domestic violence", "violencia doméstica"),
          Map.entry("violence threat", "violencia o amenaza"),
          Map.entry("overdose substance", "sobredosis o sustancias"),
          Map.entry("medical", "emergencia médica"),
          Map.entry("exposure", "intemperie"),
          Map.entry("child safety", "seguridad de menores"),
          Map.entry("trafficking", "trata"),
          Map.entry("housing loss", "pérdida de vivienda"),
          Map.entry("NONE", "NINGUNO"),
          Map.entry("none", "ninguna"),
          Map.entry("raises", "eleva"),
          Map.entry("lowered", "rebajado"),
          Map.entry("removed", "descartado"),
          Map.entry("lowers", "rebaja"),
          Map.entry("orders", "ordena la cola"),
          Map.entry("negated", "negación"),
          Map.entry("far past", "pasado lejano"),
          Map.entry("benign", "sentido inofensivo"),
          Map.entry("laughter", "risa"),
          Map.entry("media", "película, noticia o clase"),
          Map.entry("learned", "aprendido"),
          Map.entry("unsupported", "sin respaldo"),
          Map.entry("held back", "contenido por"),
          Map.entry("raised by", "elevado por"),
          Map.entry("(held back)", "(contenido)"),
          Map.entry("all findings", "todos los hallazgos"),
          Map.entry("rules", "reglas"),
          Map.entry("a person must read it", "una persona debe leerlo"));

  static Words in(String language) {
    return switch (language) {
      case "en" -> new Words(Locale.ENGLISH, Map.of());
      case "es" -> new Words(Locale.of("es"), SPANISH);
      default -> throw Complaint.usage("--lang en or es");
    };
  }

  String severity(Severity severity) {
    return say(severity.name());
  }

  String category(Category category) {
    return say(plain(category));
  }

  String effect(Effect effect) {
    return say(plain(effect));
  }

  String join(List<Modifier> modifiers) {
    return modifiers.stream().map(m -> say(plain(m))).collect(Collectors.joining(", "));
  }

  String heldBack() {
    return say("held back");
  }

  String raisedBy() {
    return say("raised by");
  }

  String lowered() {
    return say("(held back)");
  }

  String findings() {
    return say("all findings");
  }

  String rules() {
    return say("rules");
  }

  String unassessed() {
    return say("a person must read it");
  }

  private String say(String english) {
    return own.getOrDefault(english, english);
  }

  private static String plain(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
