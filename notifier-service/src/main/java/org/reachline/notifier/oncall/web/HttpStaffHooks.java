package org.reachline.notifier.oncall.web;

import com.mongodb.MongoException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.lines.ConfiguredLine;
import org.reachline.channels.lines.ConfiguredLine.Use;
import org.reachline.channels.lines.Lines;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.ChannelEvent;
import org.reachline.channels.spi.DeliveryStatus;
import org.reachline.channels.spi.EventId;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpAnswer;
import org.reachline.channels.spi.Inbound;
import org.reachline.channels.spi.Item;
import org.reachline.channels.spi.Part;
import org.reachline.channels.spi.Party;
import org.reachline.channels.spi.ProviderError;
import org.reachline.channels.spi.PublicUrl;
import org.reachline.channels.spi.RawRequest;
import org.reachline.channels.spi.Stated;
import org.reachline.channels.spi.Verdict;
import org.reachline.contracts.Id;
import org.reachline.contracts.LineId;
import org.reachline.contracts.PageId;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.NotifierMetrics;
import org.reachline.notifier.NotifierServiceApplication;
import org.reachline.notifier.StoreClock;
import org.reachline.notifier.TryAgain;
import org.reachline.notifier.oncall.Escalations;
import org.reachline.notifier.oncall.LinkTokens;
import org.reachline.notifier.oncall.StaffReplies;
import org.reachline.notifier.oncall.core.Input;
import org.reachline.notifier.oncall.core.Input.Progress;
import org.reachline.notifier.provider.LineCalls;
import org.reachline.trust.Scope;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/**
 * Where the provider of a staff line calls: texts from staff, and what became of pages. The raw
 * bytes are verified before anything is read from them; whatever they do is in the store before the
 * answer, and never waits for the broker.
 */
@RestController
final class HttpStaffHooks {
  private final Lines lines;
  private final StaffReplies replies;
  private final Escalations escalations;
  private final Escalations.Ports ports;
  private final StaffDirectory staff;
  private final LinkTokens tokens;
  private final StoreClock clock;
  private final NotifierMetrics metrics;

  HttpStaffHooks(
      Lines lines,
      StaffReplies replies,
      Escalations escalations,
      Escalations.Ports ports,
      StaffDirectory staff,
      LinkTokens tokens,
      NotifierMetrics metrics) {
    this.lines = lines;
    this.replies = replies;
    this.escalations = escalations;
    this.ports = ports;
    this.staff = staff;
    this.tokens = tokens;
    this.clock = ports.clock();
    this.metrics = metrics;
  }

  @PostMapping("/staff-hooks/{agency}/{line}")
  ResponseEntity<byte[]> heard(
      @PathVariable String agency, @PathVariable String line, ServerWebExchange exchange) {
    return accept(agency, line, "", exchange, null);
  }

  @PostMapping("/staff-hooks/{agency}/{line}/status")
  ResponseEntity<byte[]> status(
      @PathVariable String agency,
      @PathVariable String line,
      @RequestParam(name = "p", defaultValue = "") String page,
      ServerWebExchange exchange) {
    @Nullable PageId id = Id.isValid(page) ? new PageId(page) : null;
    return accept(agency, line, "/status", exchange, id);
  }

  private ResponseEntity<byte[]> accept(
      String agency, String name, String path, ServerWebExchange exchange, @Nullable PageId page) {
    ConfiguredLine line = line(agency, name);
    if (line == null) {
      return refuse(HttpStatus.NOT_FOUND, "unknown-line");
    }
    Optional<Body> body = body(exchange, line.adapter().capabilities().maxBody());
    if (body.isEmpty()) {
      return refuse(HttpStatus.CONTENT_TOO_LARGE, "too-large");
    }
    RawRequest request = request(line, path, exchange, body.get());
    try {
      return verified(line, request, page);
    } catch (MongoException | TryAgain notNow) {
      return refuse(HttpStatus.SERVICE_UNAVAILABLE, "not-now");
    }
  }

  private ResponseEntity<byte[]> verified(
      ConfiguredLine line, RawRequest request, @Nullable PageId page) {
    return switch (line.adapter().verify(request, line.config(), clock.now())) {
      case Verdict.Rejected(var reason, var status) ->
          refuse(HttpStatus.valueOf(status), Codes.of(reason));
      case Verdict.Ok _ -> kept(line, line.adapter().parse(request, line.config()), page);
    };
  }

  /** The answer goes out only after the durable write; without that the provider calls again. */
  private ResponseEntity<byte[]> kept(ConfiguredLine line, Inbound inbound, @Nullable PageId page) {
    inbound.items().forEach(item -> keep(line, item, page));
    metrics.staffRequest("accepted");
    return answer(inbound.answer());
  }

  private @Nullable ConfiguredLine line(String agency, String name) {
    try {
      ConfiguredLine line = lines.line(new LineId(agency + "." + name));
      return line != null && line.use() == Use.STAFF ? line : null;
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /** Empty if there are more bytes than the channel ever sends. */
  private static Optional<Body> body(ServerWebExchange exchange, long most) {
    try {
      DataBuffer joined =
          DataBufferUtils.join(exchange.getRequest().getBody(), Math.toIntExact(most)).block();
      if (joined == null) {
        return Optional.of(Body.empty());
      }
      byte[] bytes = new byte[joined.readableByteCount()];
      joined.read(bytes);
      DataBufferUtils.release(joined);
      return Optional.of(Body.of(bytes));
    } catch (DataBufferLimitException tooLarge) {
      return Optional.empty();
    }
  }

  /** The address as the provider knows it, whatever host and port this process listens on. */
  private static RawRequest request(
      ConfiguredLine line, String path, ServerWebExchange exchange, Body body) {
    String query = exchange.getRequest().getURI().getRawQuery();
    String url = LineCalls.path(line) + path + (query == null ? "" : "?" + query);
    Map<String, List<String>> headers = new HashMap<>();
    exchange.getRequest().getHeaders().forEach(headers::put);
    return new RawRequest(
        exchange.getRequest().getMethod().name(), new PublicUrl(url), Headers.of(headers), body);
  }

  private void keep(ConfiguredLine line, Item item, @Nullable PageId page) {
    switch (item) {
      case Item.Event(var event) -> happened(line, event, page);
      case Item.Ignored _ -> metrics.staffRequest("ignored");
      case Item.Unusable _ -> metrics.staffRequest("unusable");
    }
  }

  private void happened(ConfiguredLine line, ChannelEvent event, @Nullable PageId page) {
    Scope scope = Scope.ofLine(line.id(), NotifierServiceApplication.SERVICE);
    switch (event) {
      case ChannelEvent.Message message when message.author() == ChannelEvent.Author.CUSTOMER ->
          wrote(scope, line, message);
      case ChannelEvent.Status status when page != null -> receipt(scope, page, status);
      case ChannelEvent.OptOut out ->
          members(line, out.who()).forEach(who -> replies.optedOut(scope, who, true));
      case ChannelEvent.OptIn in ->
          members(line, in.who()).forEach(who -> replies.optedOut(scope, who, false));
      default -> metrics.staffRequest("ignored");
    }
  }

  private void wrote(Scope scope, ConfiguredLine line, ChannelEvent.Message message) {
    List<StaffId> from =
        message.envelope().from().stream()
            .map(Party::address)
            .flatMap(address -> members(line, address).stream())
            .toList();
    if (from.isEmpty()) {
      metrics.staffRequest("unknown-sender"); // not told anything
      return;
    }
    String text =
        message.parts().stream()
            .filter(Part.Text.class::isInstance)
            .map(part -> ((Part.Text) part).exact())
            .collect(Collectors.joining(" "));
    String id = replyId(line, message.envelope().eventId());
    replies.heard(scope, new StaffReplies.Incoming(line.id(), from, id, text));
  }

  private String replyId(ConfiguredLine line, EventId event) {
    String exact =
        switch (event) {
          case EventId.Provider(var provider) -> provider;
          case EventId.Derived(var digest) -> digest;
        };
    String body = tokens.of(line.id().agency(), "reply", line.id().value(), exact);
    return line.id().agency() + ".1." + body;
  }

  /** Several where a duty phone is handed on. */
  private List<StaffId> members(ConfiguredLine line, org.reachline.channels.spi.Address address) {
    var wanted = LineCalls.person(address);
    return staff.members(line.id().agency()).stream()
        .filter(m -> m.hasPhone() && m.phone().equals(wanted))
        .map(Member::id)
        .toList();
  }

  private void receipt(Scope scope, PageId page, ChannelEvent.Status status) {
    ports
        .store()
        .byKey(scope, page.value())
        .forEach(
            e ->
                progress(status.status())
                    .ifPresent(
                        p ->
                            escalations.apply(
                                scope,
                                e.id(),
                                new Input.Received(page, p, code(status.status())))));
  }

  private static Optional<Progress> progress(DeliveryStatus status) {
    return switch (status) {
      case DeliveryStatus.Unknown _ -> Optional.empty();
      case DeliveryStatus.Queued _, DeliveryStatus.Sent _ -> Optional.of(Progress.ACCEPTED);
      case DeliveryStatus.Delivered _, DeliveryStatus.Read _ -> Optional.of(Progress.DELIVERED);
      case DeliveryStatus.Failed _ -> Optional.of(Progress.FAILED);
    };
  }

  private static String code(DeliveryStatus status) {
    return status instanceof DeliveryStatus.Failed(Stated<ProviderError> error)
        ? error.map(ProviderError::code).orElse("undelivered")
        : "";
  }

  private static ResponseEntity<byte[]> answer(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.Empty _ -> ResponseEntity.ok(new byte[0]);
      case HttpAnswer.Fixed(var status, var type, var body) ->
          ResponseEntity.status(status)
              .contentType(MediaType.parseMediaType(type))
              .body(body.getBytes(StandardCharsets.UTF_8));
    };
  }

  private ResponseEntity<byte[]> refuse(HttpStatus status, String result) {
    metrics.staffRequest(result);
    ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
    if (status == HttpStatus.SERVICE_UNAVAILABLE) {
      answer.header("Retry-After", "5");
    }
    return answer.body(new byte[0]);
  }
}
