package org.reachline.triage.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Reason;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Context;
import org.reachline.triage.Rules;
import org.reachline.triage.Triage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON lines in, one JSON line out for each, in the same order, as they come. */
final class AssessCommand {
  /** Without earlier messages nothing depends on the time. */
  private static final Context ALONE = Context.at(Instant.EPOCH);

  private final Rules rules;
  private final InputLines lines;

  private AssessCommand(Rules rules, InputLines lines) {
    this.rules = rules;
    this.lines = lines;
  }

  static int run(Arguments arguments, InputStream in, PrintStream out, PrintStream err)
      throws IOException {
    arguments.expect(0, 0, "assess [--rules PATH [--alone]] < in.jsonl > out.jsonl");
    return new AssessCommand(RuleSource.chosen(arguments), new InputLines(in)).run(out, err);
  }

  private int run(PrintStream out, PrintStream err) throws IOException {
    int bad = 0;
    while (lines.next()) {
      Optional<JsonNode> answer = answer();
      if (answer.isPresent()) {
        bad += Answers.isGood(answer.get()) ? 0 : 1;
        out.println(Json.write(answer.get()));
      }
      flushWhenIdle(out);
    }
    if (bad > 0) {
      err.println("triage-cli: lines without an assessment: " + bad);
    }
    return bad == 0 ? Main.OK : Main.BAD;
  }

  /** Nothing for a blank line. */
  private Optional<JsonNode> answer() {
    if (lines.isTooLong()) {
      return Optional.of(unreadable(noId()));
    }
    try {
      String line = Texts.decoded(lines.bytes());
      String text = lines.number() == 1 ? Texts.withoutMark(line) : line;
      return text.isBlank() ? Optional.empty() : Optional.of(answer(text));
    } catch (CharacterCodingException _) {
      return Optional.of(unreadable(idAmidBadBytes()));
    }
  }

  private JsonNode answer(String line) {
    return switch (Json.readMessage(line)) {
      case Json.Message(var id, var text) -> Answers.of(id, assess(text));
      case Json.Unreadable(var id, var expected) -> Answers.error(id, lines.number(), expected);
    };
  }

  private Assessment assess(String text) {
    return Triage.assess(text, ALONE, rules);
  }

  private JsonNode unreadable(JsonNode id) {
    var unread = new Unassessed(Reason.UNREADABLE, rules.version());
    return Answers.unread(id, lines.number(), unread);
  }

  /** The id of a line that is no UTF-8, if the bad bytes are not in the id itself. */
  private JsonNode idAmidBadBytes() {
    String guess = new String(lines.bytes(), StandardCharsets.UTF_8);
    JsonNode id = Json.readMessage(guess).id();
    return Json.write(id).indexOf('\ufffd') < 0 ? id : noId();
  }

  /** A person or program that waits for each answer gets it; a file is written in large pieces. */
  private void flushWhenIdle(PrintStream out) throws IOException {
    if (lines.isIdle()) {
      out.flush();
    }
  }

  static JsonNode noId() {
    return JsonNodeFactory.instance.nullNode();
  }
}
