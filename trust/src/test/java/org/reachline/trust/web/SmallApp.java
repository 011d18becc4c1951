package org.reachline.trust.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.personal.PersonName;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.testing.CanaryScan;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.result.view.View;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The smallest service with pages: what every real one does, on a clock of the test's. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.MongoReactiveAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration",
      "org.springframework.boot.data.mongodb.autoconfigure.DataMongoReactiveAutoConfiguration"
    })
@Import({TrustWeb.class, SmallApp.Screens.class, SmallApp.Api.class})
class SmallApp {
  static final String OURS = "harbor.1.aaaa";
  static final String THEIRS = "mirror.1.aaaa";
  static final String ABSENT = "harbor.1.zzzz";
  static final AtomicReference<Instant> TIME = new AtomicReference<>(Instant.EPOCH);

  @Bean
  HeldPurposes held() {
    return HeldPurposes.of(Purpose.SESSION);
  }

  @Bean
  PublicPaths open() {
    return PublicPaths.none().hooks("/hooks/**").pages("/enter");
  }

  @Bean
  Clock testClock() {
    return new TestClock();
  }

  @Bean
  CrisesNotTaken crises() {
    return _ -> 3;
  }

  @Bean
  OnCallNow onCall() {
    return (_, _) -> new OnCallNow.Duty(new PersonName("Maya Reyes"), "20:00");
  }

  /** Prints the name of the view and its model, in order, where the real pages are not wanted. */
  @Bean
  @ConditionalOnProperty(name = "printing", havingValue = "true")
  ViewResolver printing() {
    return new Printing();
  }

  @Pages
  static class Screens {
    private final Guard guard;

    Screens(Guard guard) {
      this.guard = guard;
    }

    record Reply(@Nullable String text) {}

    @GetMapping("/queue")
    String queue(Scope scope, Shell shell) {
      guard.check(scope, Act.LIST_CASES, new Resource.OfAgency(scope.agency()));
      return shell.live().isEmpty() ? "queue" : "live";
    }

    @GetMapping("/c/{id}")
    String thread(Scope scope, @PathVariable CaseId id) {
      read(scope, id);
      return "thread";
    }

    @PostMapping("/c/{id}/reply")
    String reply(Scope scope, @PathVariable CaseId id, @ModelAttribute Reply reply) {
      read(scope, id);
      return "replied-" + reply.text();
    }

    private void read(Scope scope, CaseId id) {
      CaseId own = Guard.own(scope, id);
      Resource file =
          Guard.found(
              own.value().equals(OURS)
                  ? new Resource.CaseFile(scope.agency(), Set.of(), Set.of())
                  : null);
      guard.check(scope, Act.READ_CASE, file);
    }
  }

  @RestController
  static class Api {
    @GetMapping("/api/thread")
    String thread() {
      return Boolean.toString(Thread.currentThread().isVirtual());
    }

    @GetMapping("/api/boom")
    String boom() {
      throw new IllegalStateException(CanaryScan.NAME + " broke it");
    }

    @GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    Flux<ServerSentEvent<String>> stream(SignedIn who) {
      return Flux.just(ServerSentEvent.builder(who.member().id().value()).build());
    }

    @PostMapping("/hooks/provider")
    Mono<String> hook(ServerWebExchange exchange) {
      return exchange.getFormData().map(form -> "took " + form.getFirst("Body"));
    }

    @PostMapping("/enter")
    Mono<String> enter(ServerWebExchange exchange) {
      return exchange.getFormData().map(form -> "token " + form.getFirst("token"));
    }
  }

  private static final class TestClock extends Clock {
    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return TIME.get();
    }
  }

  /** Before Thymeleaf's, which takes every name. */
  private record Printing() implements ViewResolver, Ordered {
    @Override
    public int getOrder() {
      return HIGHEST_PRECEDENCE;
    }

    @Override
    public Mono<View> resolveViewName(String name, Locale locale) {
      return Mono.just(new Printed(name));
    }
  }

  private record Printed(String name) implements View {
    @Override
    public List<MediaType> getSupportedMediaTypes() {
      return List.of(MediaType.TEXT_HTML);
    }

    @Override
    public Mono<Void> render(
        @Nullable Map<String, ?> model, @Nullable MediaType type, ServerWebExchange exchange) {
      exchange.getResponse().getHeaders().setContentType(MediaType.TEXT_HTML);
      Map<String, Object> shown = new TreeMap<>(model == null ? Map.of() : model);
      shown.keySet().removeIf(key -> key.contains("."));
      byte[] page = (name + "\n" + shown).getBytes(StandardCharsets.UTF_8);
      return exchange
          .getResponse()
          .writeWith(Mono.just(exchange.getResponse().bufferFactory().wrap(page)));
    }
  }
}
