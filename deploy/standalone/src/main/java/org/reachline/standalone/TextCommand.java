package org.reachline.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.reachline.standalone.provider.Form;
import org.reachline.standalone.provider.Signature;

/**
 * {@code text "words"}: one signed webhook, as the phone company would send it, printed so that
 * anybody can send it by hand.
 */
final class TextCommand {
  private TextCommand() {}

  static int run(Terminal terminal, Arguments arguments) {
    String words = String.join(" ", arguments.words());
    if (words.isBlank()) {
      throw new IllegalArgumentException("text wants the words in quotes");
    }
    DataFolder data = new DataFolder(arguments.data());
    Ports given = arguments.ports();
    String url = DemoAgency.TENANT.clientWebhook(given == null ? data.lastPorts() : given);
    Form form = form(arguments.from(), words);
    String signature = Signature.of(data.providerToken(), url, form);
    show(terminal, url, form, signature);
    return send(terminal, url, form, signature);
  }

  private static Form form(String from, String words) {
    return Form.of(
        "AccountSid",
        DemoAgency.TENANT.account(),
        "Body",
        words,
        "From",
        from,
        "MessageSid",
        "SM" + UUID.randomUUID().toString().replace("-", ""),
        "NumMedia",
        "0",
        "To",
        DemoAgency.TENANT.clientNumber());
  }

  private static void show(Terminal terminal, String url, Form form, String signature) {
    terminal.say("curl '" + url + "' -H 'X-Twilio-Signature: " + signature + "' \\");
    for (Form.Field field : form.fields()) {
      String quoted = field.value().replace("'", "'\\''");
      terminal.say("  --data-urlencode '" + field.name() + "=" + quoted + "' \\");
    }
    terminal.say("  -H 'Content-Type: application/x-www-form-urlencoded'");
  }

  private static int send(Terminal terminal, String url, Form form, String signature) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Twilio-Signature", signature)
            .POST(HttpRequest.BodyPublishers.ofString(form.encoded()))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      terminal.say(
          "-> " + answer.statusCode() + (answer.statusCode() < 300 ? ": kept" : ": not kept"));
      return answer.statusCode() < 300 ? 0 : 1;
    } catch (IOException nobody) {
      throw new IllegalStateException(
          "nothing answers at " + url + "; is ./reachline up running?", nobody);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 1;
    }
  }
}
