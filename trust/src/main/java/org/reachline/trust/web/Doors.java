package org.reachline.trust.web;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Which door a request stands at. The management port has an own short list. */
final class Doors implements ApplicationListener<WebServerInitializedEvent> {
  private static final List<PathPattern> OPERATIONS =
      patterns(
          List.of(
              "/actuator/health", "/actuator/health/**", "/actuator/prometheus", "/actuator/info"));

  private final List<PathPattern> hooks;
  private final List<PathPattern> pages;
  private volatile int managementPort = -1;

  /** How much a path asks of the caller. */
  enum Door {
    /** Nothing: the request proves itself, or is from operations. */
    HOOK,
    /** No session; posts must come from this site. */
    PUBLIC_PAGE,
    /** A session. */
    STAFF
  }

  Doors(PublicPaths open) {
    this.hooks = patterns(open.hooks());
    this.pages = patterns(open.pages());
  }

  Door of(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    if (isManagement(request)) {
      return matches(OPERATIONS, path) ? Door.HOOK : Door.STAFF;
    }
    if (matches(hooks, path)) {
      return Door.HOOK;
    }
    return matches(pages, path) ? Door.PUBLIC_PAGE : Door.STAFF;
  }

  @Override
  public void onApplicationEvent(WebServerInitializedEvent event) {
    if (Objects.equals(event.getApplicationContext().getServerNamespace(), "management")) {
      managementPort = event.getWebServer().getPort();
    }
  }

  private boolean isManagement(ServerHttpRequest request) {
    var local = request.getLocalAddress();
    return local != null && local.getPort() == managementPort;
  }

  private static boolean matches(List<PathPattern> patterns, PathContainer path) {
    return patterns.stream().anyMatch(pattern -> pattern.matches(path));
  }

  private static List<PathPattern> patterns(List<String> texts) {
    return texts.stream().map(PathPatternParser.defaultInstance::parse).toList();
  }
}
