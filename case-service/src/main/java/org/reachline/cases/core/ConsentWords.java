package org.reachline.cases.core;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The vocabulary of the consent rules, English and Spanish side by side: which spellings are one
 * word, which whole texts are keywords. Data only; a change of it changes {@link
 * ConsentRules#VERSION}.
 */
final class ConsentWords {
  /** One word per line, then its other spellings and the words that do the same work in a frame. */
  private static final String SAME =
      """
      msg: text texts txt txts txtmsg msgs mssg message messages sms mms textos texto mensaje mensajes mensajitos msj msjs notification notifications notificacion notificaciones alert alerts alertas updates avisos spam correos
      reminder: reminders recordatorio recordatorios remind
      outreach: survey surveys news newsletter newsletters promo promos promotions encuesta encuestas noticias boletin boletines anuncios ads marketing blast blasts
      write: texting txting textin txtin messaging msging contact contacting write writing spamming escribir escribirme escriba escriban escribas escribiendo escribiendome escribanme escribame contactar contactarme contacten contacte contactes contactenme textear textearme texteen textee textees mensajear mensajearme comuniquen comunicarse
      send: sending sends mande manden mandar mandarme mandes mandando mandandome mandenme mandeme envie envien enviar enviarme envies enviando enviandome envienme envieme
      call: calls calling phoning llame llamen llamar llamarme llames llamando llamandome llamadas llamada
      stop: stp stopp
      quit: quiting
      dejen: deje dejar deja dejes
      paren: pare parar terminen termine cesen cese suspendan suspenda
      dont: dnt dontt
      you: u yall ustedes usted
      your: ur yur youre su sus tu tus
      please: pls plz plse pleas pliz porfavor porfa xfa xfavor
      thanks: thx ty tks thanx gracias grax
      anymore: anymo
      want: wanna
      receive: get getting receiving recibir recibiendo recibo
      unsubscribe: unsub unsubcribe unsuscribe unsubscibe desuscribir desuscribirme desuscribanme
      remove: removed borren borre borrenme borreme borrar borrarme quitenme quiteme quitarme quiten saquenme saqueme sacarme eliminenme elimineme eliminarme
      list: lists lista listas
      number: numero num
      que: q k ke
      nuevo: nuevamente
      no: nope
      por: x
      """;

  static final String STOP =
      "stop, stopall, stop all, stop now, unsubscribe, unsubscribe me, unsubscribe all, quit, end,"
          + " end all, cancel, cancel all, revoke, optout, opt out, opt me out, stop2end, stop2quit,"
          + " stop to end, stop to quit, text stop, msg stop, reply stop, stop sub, remove me,"
          + " alto, paren, cancelar, cancelen, baja, baja por favor, darme de baja,"
          + " dar de baja, deme de baja, denme de baja, quiero mi baja, quiero la baja, detener,"
          + " detenganse, salir, fin, no mas, no mas msg, stop please stop,"
          + " stop stop, stop it all, stop write, stop write me, stop msg, stop the msg";
  static final String START =
      "start, unstop, resume, subscribe, resubscribe, opt in, opt me in, optin, alta, iniciar,"
          + " inicio, empezar, comenzar, reanudar, reactivar, suscribir, suscribirme, continuar,"
          + " start again, start msg, start write, start write me, resume msg, denme de alta,"
          + " deme de alta, darme de alta";
  static final String HELP =
      "help, help me, help please, i need help, need help, please help, please help me,"
          + " somebody help, someone help, somebody help me, someone help me, can you help,"
          + " can you help me, info, information, sos, more info, ayuda, ayudame, ayudeme, ayudenme,"
          + " informacion, auxilio, socorro, necesito ayuda, me puede ayudar, me pueden ayudar";

  /** Spanish keywords and the words that tell the language of an answer. */
  private static final Set<String> SPANISH =
      words(
          """
          alto parar paren dejen cancelar cancelen baja darme dar deme denme detener detenganse salir fin mas nomas alta iniciar inicio empezar comenzar reanudar reactivar suscribir suscribirme continuar ayuda ayudame ayudeme ayudenme informacion auxilio socorro necesito pueden puede ya quiero nos lista favor numero equivocado nunca vuelvan escriban los las de que por basta paz
          """);

  private static final String COURTESY =
      "please, thanks, thank you, now, ok, okay, kindly, just, hey, hi, hello, sir, maam,"
          + " por favor, muchas gracias, thanks, ya, hola, oiga, oigan, senora, senor, sorry,"
          + " everything, immediately, right now, ahora, ahora mismo, de una vez, god bless,"
          + " bendiciones, disculpe, perdon, already, again, asap";

  /** Real words one letter away from a keyword. */
  private static final Set<String> REAL =
      words(
          """
          also allo aldo step shop top stow atop slop sop strop stomp stoop stops ayudo aguda auto salto alta alti asalto altos held heap yelp hell hello helps kelp heal whelp stat star smart tart starts stark stare starr strut quite quiet suit quilt quits cancels cancer canceled pasar parir para pagar parra par caja bajo baje bala raja vaya inicia salid sale
          """);

  private static final Map<String, String> PLAIN = plainWords();
  private static final Set<String> KNOWN = known();
  static final List<String> COURTESIES = list(COURTESY);

  private ConsentWords() {}

  private static Set<String> words(String words) {
    return Set.copyOf(List.of(words.strip().split(" ")));
  }

  static List<String> list(String phrases) {
    return List.of(phrases.split(",")).stream().map(String::strip).distinct().toList();
  }

  /** The one spelling of a word. A long word with one letter wrong is the word it is nearest to. */
  static String plain(String word) {
    String same = PLAIN.get(word);
    if (same != null) {
      return same;
    }
    if (word.length() < 7 || KNOWN.contains(word)) {
      return word;
    }
    for (Map.Entry<String, String> known : PLAIN.entrySet()) {
      if (known.getKey().length() >= 7 && oneOff(word, known.getKey())) {
        return known.getValue();
      }
    }
    return word;
  }

  static boolean knows(String word) {
    return KNOWN.contains(word);
  }

  /** Whether a word is a keyword with one letter wrong, and no word of its own. */
  static boolean nearly(String word, String keyword) {
    return word.length() >= 3
        && keyword.length() >= 4
        && !REAL.contains(word)
        && oneOff(word, keyword);
  }

  static String language(String words) {
    for (String word : words.split(" ", -1)) {
      if (SPANISH.contains(word)) {
        return "es";
      }
    }
    return "en";
  }

  /** One letter more, less, other, or two side by side changed. */
  private static boolean oneOff(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1 || a.equals(b)) {
      return false;
    }
    int i = 0;
    while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
      i++;
    }
    String restA = a.substring(i);
    String restB = b.substring(i);
    if (a.length() != b.length()) {
      return a.length() > b.length()
          ? restA.substring(1).equals(restB)
          : restB.substring(1).equals(restA);
    }
    boolean other = restA.substring(1).equals(restB.substring(1));
    boolean swapped =
        restA.length() > 1
            && restA.charAt(0) == restB.charAt(1)
            && restA.charAt(1) == restB.charAt(0)
            && restA.substring(2).equals(restB.substring(2));
    return other || swapped;
  }

  private static Map<String, String> plainWords() {
    Map<String, String> all = new HashMap<>();
    SAME.lines()
        .forEach(
            line -> {
              String one = line.substring(0, line.indexOf(':'));
              for (String word : line.substring(line.indexOf(':') + 1).strip().split(" ")) {
                all.put(word, one);
              }
            });
    return Map.copyOf(all);
  }

  private static Set<String> known() {
    Set<String> all = new HashSet<>(PLAIN.keySet());
    all.addAll(PLAIN.values());
    for (String phrases : List.of(STOP, START, HELP, COURTESY)) {
      list(phrases).forEach(phrase -> all.addAll(List.of(phrase.split(" "))));
    }
    return Set.copyOf(all);
  }
}
