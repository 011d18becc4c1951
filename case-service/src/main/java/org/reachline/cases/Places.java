package org.reachline.cases;

import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Entry;

/** What a case holds that can be looked up by its own id: messages in and out, and signals. */
final class Places {
  private Places() {}

  /** The ids of the entries after a seq. */
  static Stream<String> of(CaseFile file, long after) {
    return file.log().tail().stream().filter(entry -> entry.seq() > after).flatMap(Places::of);
  }

  private static Stream<String> of(Entry entry) {
    return switch (entry.body()) {
      case Entry.Received received -> Stream.of(received.messageId().value());
      case Entry.Sent sent -> Stream.of(sent.messageId().value());
      case Entry.Consented consented -> Stream.of(consented.cause().value());
      default -> Stream.empty();
    };
  }
}
