package org.reachline.channels.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.Item;

/** What a request came to, held against one expectation: events, unusable items, the answer. */
record Outcome(Inbound inbound, Expectation expected) {

  /** Empty where all is well. */
  List<String> differences() {
    var differences = new ArrayList<>(new Comparison(expected).differences(events()));
    if (expected.unusable() && unusable() == 0) {
      differences.add("nothing is unusable");
    }
    if (!expected.unusable() && !expected.optional() && unusable() > 0) {
      differences.add("unusable items");
    }
    if (!expected.statuses().contains(status())) {
      differences.add("answered " + status());
    }
    expected.responseBody().stream()
        .filter(body -> !answers(body))
        .forEach(_ -> differences.add("another answer"));
    return differences;
  }

  private List<ChannelEvent> events() {
    return inbound.items().stream()
        .flatMap(item -> item instanceof Item.Event(var event) ? Stream.of(event) : Stream.empty())
        .toList();
  }

  private long unusable() {
    return inbound.items().stream().filter(Item.Unusable.class::isInstance).count();
  }

  private int status() {
    return inbound.answer() instanceof HttpAnswer.Fixed(int status, _, _) ? status : 200;
  }

  private boolean answers(String wanted) {
    String actual = inbound.answer() instanceof HttpAnswer.Fixed(_, _, var body) ? body : "";
    return switch (expected.bodyMatch().orElse("exactly")) {
      case "exactly" -> actual.equals(wanted);
      case "json" -> CaseFiles.JSON.readTree(actual).equals(CaseFiles.JSON.readTree(wanted));
      default -> actual.contains(wanted);
    };
  }
}
