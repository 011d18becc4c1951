package org.reachline.trust.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The closed list of what a service leaves open; everything else needs a session. Patterns as in
 * {@code /hooks/**}.
 *
 * @param hooks answered without session and without CSRF check, because the request proves itself:
 *     a signature, a secret code
 * @param pages shown without session; what they post must come from this site
 */
public record PublicPaths(List<String> hooks, List<String> pages) {
  public PublicPaths {
    hooks = List.copyOf(hooks);
    pages = List.copyOf(pages);
  }

  /** Nothing but sign-in and the static files of the pages. */
  public static PublicPaths none() {
    return new PublicPaths(List.of(), List.of("/sign-in", "/ui/**"));
  }

  public PublicPaths hooks(String... patterns) {
    return new PublicPaths(plus(hooks, patterns), pages);
  }

  public PublicPaths pages(String... patterns) {
    return new PublicPaths(hooks, plus(pages, patterns));
  }

  private static List<String> plus(List<String> list, String... more) {
    return Stream.concat(list.stream(), Arrays.stream(more)).toList();
  }
}
