package org.reachline.standalone;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.springframework.beans.BeansException;

/**
 * A failure in one line: the messages of its causes, outermost first, each once. How Spring was
 * wiring when it happened is for the log.
 */
final class Causes {
  private Causes() {}

  static String plain(Throwable failure) {
    Set<String> messages = new LinkedHashSet<>();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String message = t.getMessage();
      if (!isWrapper(t)
          && message != null
          && messages.stream().noneMatch(m -> m.contains(message))) {
        messages.add(message);
      }
    }
    return messages.isEmpty() ? failure.getClass().getSimpleName() : String.join(": ", messages);
  }

  private static boolean isWrapper(Throwable t) {
    return t instanceof CompletionException
        || t instanceof ExecutionException
        || t instanceof BeansException;
  }
}
