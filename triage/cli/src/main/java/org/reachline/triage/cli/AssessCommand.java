package org.reachline.triage.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.reachline.triage.Assessment;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Triage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON lines in, one JSON line out for each, in the same order, as they come. */
final class AssessCommand {
  /** Without earlier messages nothing depends on the time. */
  private static final Context ALONE = Context.at(Instant.EPOCH);

  private AssessCommand() {}

  static int run(Arguments arguments, InputStream in, PrintStream out, PrintStream err)
      throws IOException {
    arguments.expect(0, 0, "assess < in.jsonl > out.jsonl");
    Rules rules = RuleSource.chosen(arguments);
    var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int bad = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      if (!line.isBlank()) {
        JsonNode answer = answer(line, rules);
        bad += Answers.isGood(answer) ? 0 : 1;
        out.println(Json.write(answer));
        flushWhenIdle(reader, out);
      }
    }
    if (bad > 0) {
      err.println("triage-cli: lines without an assessment: " + bad);
    }
    return bad == 0 ? Main.OK : Main.BAD;
  }

  private static JsonNode answer(String line, Rules rules) {
    return switch (Json.readMessage(line)) {
      case Json.Message(var id, var text) -> Answers.of(id, assess(text, rules));
      case Json.Unreadable(var id, var expected) -> Answers.error(id, expected);
    };
  }

  private static Assessment assess(String text, Rules rules) {
    return Triage.assess(text, ALONE, rules);
  }

  /** A person or program that waits for each answer gets it; a file is written in large pieces. */
  private static void flushWhenIdle(BufferedReader reader, PrintStream out) throws IOException {
    if (!reader.ready()) {
      out.flush();
    }
  }

  static JsonNode noId() {
    return JsonNodeFactory.instance.nullNode();
  }
}
