package org.reachline.gateway;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.reachline.channels.spi.Body;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Reads the raw bytes of a request once: capped for each, bounded for all together, and in time.
 * Safe for any thread.
 */
final class BodyReader {
  private static final long LEFT_TO_FINISH = 64L << 20;
  private static final Duration TO_FINISH = Duration.ofSeconds(2);

  private final long mostTogether;
  private final Duration patience;
  private final AtomicLong together = new AtomicLong();

  BodyReader(long mostTogether, Duration patience) {
    this.mostTogether = mostTogether;
    this.patience = patience;
  }

  /** Why there is no body. */
  static final class Unread extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** The reason, which decides the answer. */
    enum Why {
      TOO_SLOW,
      TOO_MUCH_AT_ONCE
    }

    final Why why;

    private Unread(Why why) {
      super(why.name(), null, false, false);
      this.why = why;
    }
  }

  /** There is more than the channel allows. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1;

    private TooLarge() {
      super("too large", null, false, false);
    }
  }

  /**
   * The bytes, or {@link Unread} or {@link TooLarge}. Of one that states a larger size nothing is
   * kept.
   */
  Mono<Body> read(ServerHttpRequest request, long cap) {
    if (request.getHeaders().getContentLength() > cap) {
      return finished(request.getBody()).then(Mono.error(new TooLarge()));
    }
    int limit = (int) Math.min(cap, Integer.MAX_VALUE);
    return Mono.using(
        Taken::new,
        taken ->
            DataBufferUtils.join(request.getBody().doOnNext(taken::add), limit)
                .map(BodyReader::bytes)
                .defaultIfEmpty(Body.empty())
                .timeout(patience)
                .onErrorMap(DataBufferLimitException.class, _ -> new TooLarge())
                .onErrorMap(TimeoutException.class, _ -> new Unread(Unread.Why.TOO_SLOW)),
        Taken::give);
  }

  /**
   * Lets a client that writes all before it reads come to its end, for a while: a connection that
   * is closed on unread bytes is reset, and takes the answer with it.
   */
  private static Mono<Void> finished(Flux<DataBuffer> unwanted) {
    AtomicLong left = new AtomicLong(LEFT_TO_FINISH);
    return unwanted
        .map(BodyReader::dropped)
        .takeUntil(size -> left.addAndGet(-size) < 0)
        .take(TO_FINISH)
        .onErrorComplete()
        .then();
  }

  private static long dropped(DataBuffer piece) {
    int size = piece.readableByteCount();
    DataBufferUtils.release(piece);
    return size;
  }

  private static Body bytes(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return Body.of(bytes);
  }

  /** What one request holds of the room for all. */
  private final class Taken {
    private final AtomicLong own = new AtomicLong();

    void add(DataBuffer piece) {
      int size = piece.readableByteCount();
      own.addAndGet(size);
      if (together.addAndGet(size) > mostTogether) {
        DataBufferUtils.release(piece);
        throw new Unread(Unread.Why.TOO_MUCH_AT_ONCE);
      }
    }

    void give() {
      together.addAndGet(-own.get());
    }
  }
}
