package org.reachline.cases.core;

import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.personal.MessageText;

/**
 * The texts sent without a person: one each, in GSM-7, with 911 and 988 unless somebody else may
 * read them. They ask nothing and say nothing of the client's affairs.
 */
public final class AutoReplies {
  private AutoReplies() {}

  /** How much a confirmation may say. */
  public enum Tone {
    FULL,
    /** Only a part was stopped or given back. */
    PARTLY,
    /** Somebody else may hold the phone. */
    NEUTRAL
  }

  /** The answer to a signal in a language; what is not Spanish is English. */
  public static MessageText to(Tone tone, ConsentSignal signal, String language) {
    return new MessageText("es".equals(language) ? spanish(tone, signal) : english(tone, signal));
  }

  /** The first answer to a crisis: staff were told. */
  public static MessageText told(String language) {
    return new MessageText(
        "es".equals(language)
            ? "Recibimos su mensaje y avisamos al personal de guardia. Si hay peligro llame al 911."
                + " Llame o escriba al 988 a toda hora. No somos el 911."
            : "We got your message and told our on-call staff. In danger now? Call 911 (text if"
                + " unable to speak). Call or text 988 any time. This is not a 911 service.");
  }

  /** The first answer to a crisis where nobody is known to have been told. */
  public static MessageText unstaffed(String language) {
    return new MessageText(
        "es".equals(language)
            ? "Recibimos su mensaje, pero puede tardar en ser visto. Si hay peligro llame al 911."
                + " Llame o escriba al 988 a toda hora. No somos el 911."
            : "We got your message, but staff may not see it for some time. In danger now? Call 911"
                + " (text if unable to speak). Call or text 988 any time. We are not 911.");
  }

  private static String english(Tone tone, ConsentSignal signal) {
    return switch (tone) {
      case NEUTRAL ->
          switch (signal) {
            case STOP -> "You will get no more texts. Reply START to get them again.";
            case START -> "You will get texts again. Reply STOP to end them.";
            case HELP -> "Thanks, we got your message.";
          };
      case PARTLY ->
          switch (signal) {
            case STOP ->
                "We will stop sending you those. Reply STOP to end all texts."
                    + " In danger call 911. In crisis call or text 988.";
            case START, HELP ->
                "You will get those again. Reply STOP to end all texts."
                    + " In danger call 911. In crisis call or text 988.";
          };
      case FULL ->
          switch (signal) {
            case STOP ->
                "You will get no more texts from us. Reply START to get them again."
                    + " In danger call 911. In crisis call or text 988.";
            case START ->
                "You will get our texts again. Reply STOP to end them."
                    + " In danger call 911. In crisis call or text 988.";
            case HELP ->
                "This is your case team. We may not answer at once."
                    + " In danger call 911. In crisis call or text 988. Reply STOP to end texts.";
          };
    };
  }

  private static String spanish(Tone tone, ConsentSignal signal) {
    return switch (tone) {
      case NEUTRAL ->
          switch (signal) {
            case STOP -> "No le mandaremos mensajes. Responda INICIAR para recibirlos de nuevo.";
            case START -> "Le mandaremos mensajes de nuevo. Responda ALTO para no recibirlos.";
            case HELP -> "Gracias, recibimos su mensaje.";
          };
      case PARTLY ->
          switch (signal) {
            case STOP ->
                "Ya no le mandaremos esos mensajes. Responda ALTO para no recibir ninguno."
                    + " En peligro llame al 911. En crisis llame o escriba al 988.";
            case START, HELP ->
                "Le mandaremos esos mensajes de nuevo. Responda ALTO para no recibir ninguno."
                    + " En peligro llame al 911. En crisis llame o escriba al 988.";
          };
      case FULL ->
          switch (signal) {
            case STOP ->
                "No le mandaremos mensajes. Responda INICIAR para recibirlos de nuevo."
                    + " En peligro llame al 911. En crisis llame o mande texto al 988.";
            case START ->
                "Le mandaremos mensajes de nuevo. Responda ALTO para no recibirlos."
                    + " En peligro llame al 911. En crisis llame o mande texto al 988.";
            case HELP ->
                "Somos su equipo de apoyo. Puede que no contestemos enseguida."
                    + " En peligro llame al 911. En crisis llame o mande texto al 988."
                    + " ALTO: no recibir textos.";
          };
    };
  }
}
