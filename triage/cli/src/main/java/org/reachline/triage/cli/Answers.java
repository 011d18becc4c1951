package org.reachline.triage.cli;

import java.util.Locale;
import org.reachline.triage.Assessment;
import org.reachline.triage.Assessment.Assessed;
import org.reachline.triage.Assessment.Unassessed;
import org.reachline.triage.Evidence;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What {@code assess} says of one line. */
final class Answers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Answers() {}

  /** An unassessed message has no category and no severity: it must not be taken for "none". */
  static JsonNode of(JsonNode id, Assessment assessment) {
    ObjectNode answer = NODES.objectNode();
    answer.set("id", id);
    switch (assessment) {
      case Assessed a -> {
        answer.put("category", lower(a.category()));
        answer.put("severity", lower(a.severity()));
        answer.set("evidence", evidence(a));
        a.modifiers().forEach(m -> answer.withArray("modifiers").add(lower(m)));
      }
      case Unassessed u -> answer.put("status", "UNASSESSED").put("reason", u.reason().name());
    }
    return answer.put("version", assessment.rulesVersion());
  }

  /** A line that is no message; without an id it is named by its number. */
  static JsonNode error(JsonNode id, int line, String expected) {
    return named(id, line).put("status", "UNASSESSED").put("error", expected);
  }

  /** A line whose text could not be read. */
  static JsonNode unread(JsonNode id, int line, Unassessed unread) {
    return named(id, line).setAll((ObjectNode) of(id, unread));
  }

  private static ObjectNode named(JsonNode id, int line) {
    ObjectNode answer = NODES.objectNode();
    answer.set("id", id);
    if (id.isNull()) {
      answer.put("line", line);
    }
    return answer;
  }

  static boolean isGood(JsonNode answer) {
    return answer.has("severity");
  }

  private static ArrayNode evidence(Assessed assessed) {
    ArrayNode all = NODES.arrayNode();
    for (Evidence e : assessed.evidence()) {
      all.addObject()
          .put("start", e.start())
          .put("end", e.end())
          .put("cue", e.cue())
          .put("type", e.type().name())
          .put("effect", lower(e.effect()));
    }
    return all;
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
