package org.reachline.cases.core;

import org.reachline.contracts.events.ConsentSignal;
import org.reachline.contracts.personal.MessageText;

/**
 * The texts sent without a person: one confirmation each, in GSM-7, with 911 and 988. They ask
 * nothing and say nothing of the client's affairs.
 */
public final class AutoReplies {
  private AutoReplies() {}

  /** The answer to a signal in a language; what is not Spanish is English. */
  public static MessageText to(ConsentSignal signal, String language) {
    return new MessageText("es".equals(language) ? spanish(signal) : english(signal));
  }

  private static String english(ConsentSignal signal) {
    return switch (signal) {
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
  }

  private static String spanish(ConsentSignal signal) {
    return switch (signal) {
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
  }
}
