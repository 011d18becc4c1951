package org.reachline.notifier.provider;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.CallHeader;
import org.reachline.channels.spi.Headers;
import org.reachline.channels.spi.HttpCall;
import org.reachline.channels.spi.HttpReply;

/**
 * Calls over HTTP: no redirect, hard limits, and a bulkhead per host, so that one slow provider
 * holds its own callers only. Whether a byte left is told apart, because it decides whether sending
 * again is safe.
 */
public final class HttpProvider implements Provider, AutoCloseable {
  /** Set by the client itself. */
  private static final Set<String> OWN = Set.of("host", "content-length", "connection", "expect");

  /** No answer to a send is longer; one that is was not meant for us. */
  private static final long LONGEST_BODY = 1_000_000;

  private final Limits limits;
  private final HttpClient client;
  private final Map<String, Semaphore> bulkheads = new ConcurrentHashMap<>();

  /**
   * @param connect until the connection stands
   * @param call from the first byte to the whole reply
   * @param atOnce calls to one host at a time
   */
  public record Limits(Duration connect, Duration call, int atOnce) {}

  public HttpProvider(Limits limits) {
    this.limits = limits;
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(limits.connect())
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @Override
  public HttpReply call(HttpCall call) {
    URI address = URI.create(call.url().reveal());
    Semaphore bulkhead =
        bulkheads.computeIfAbsent(
            String.valueOf(address.getAuthority()), _ -> new Semaphore(limits.atOnce()));
    try {
      if (!bulkhead.tryAcquire(limits.connect().toMillis(), TimeUnit.MILLISECONDS)) {
        return new HttpReply.NeverSent("bulkhead-full");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new HttpReply.NeverSent("stopped");
    }
    try {
      return exchange(request(address, call));
    } finally {
      bulkhead.release();
    }
  }

  private HttpRequest request(URI address, HttpCall call) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(limits.call())
            .method(call.method(), BodyPublishers.ofByteArray(call.body().toBytes()));
    for (CallHeader header : call.headers()) {
      if (!OWN.contains(header.name().toLowerCase(Locale.ROOT))) {
        request.header(header.name(), header.reveal());
      }
    }
    return request.build();
  }

  /** The limit is ours: the client's own ends with the head of an answer, not with its body. */
  private HttpReply exchange(HttpRequest request) {
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_BODY));
    try {
      return answered(coming.get(limits.call().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException broken) {
      return failed(broken.getCause());
    } catch (TimeoutException slow) {
      coming.cancel(true);
      return new HttpReply.Lost();
    } catch (InterruptedException stopped) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return new HttpReply.Lost();
    }
  }

  private static HttpReply answered(HttpResponse<byte[]> reply) {
    return new HttpReply.Answered(
        reply.statusCode(), Headers.of(reply.headers().map()), Body.of(reply.body()));
  }

  private static HttpReply failed(@Nullable Throwable failure) {
    return switch (failure) {
      case HttpConnectTimeoutException _ -> new HttpReply.NeverSent("connect-timeout");
      case ConnectException e when hasNoAddress(e) -> new HttpReply.NeverSent("no-address");
      case ConnectException _ -> new HttpReply.NeverSent("connect-refused");
      case null, default -> new HttpReply.Lost();
    };
  }

  private static boolean hasNoAddress(Throwable failure) {
    return failure.getCause() instanceof UnresolvedAddressException;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
