package org.reachline.gateway;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.channels.spi.Body;
import org.reachline.channels.spi.RawRequest;
import org.reachline.contracts.LineId;

/**
 * How much evidence a line may leave in a day. Beyond it a rejected request is kept without its
 * body, so that a flood fills no disk and still every request is counted and visible. Counts are
 * per process and start anew with it.
 */
final class QuarantineLimits {
  private final int requestsPerDay;
  private final long bytesPerDay;
  private final ConcurrentHashMap<LineId, Day> days = new ConcurrentHashMap<>();

  /** What one line has left today. */
  private record Day(Instant day, int requests, long bytes) {}

  QuarantineLimits(int requestsPerDay, long bytesPerDay) {
    this.requestsPerDay = requestsPerDay;
    this.bytesPerDay = bytesPerDay;
  }

  /** The request, or the request without its body once the day's room is used up. */
  RawRequest bounded(LineId line, RawRequest request, Instant now) {
    Day after = days.merge(line, first(request, now), QuarantineLimits::add);
    boolean within = after.requests() <= requestsPerDay && after.bytes() <= bytesPerDay;
    return within
        ? request
        : new RawRequest(request.method(), request.url(), request.headers(), Body.empty());
  }

  private static Day first(RawRequest request, Instant now) {
    return new Day(now.truncatedTo(ChronoUnit.DAYS), 1, request.body().length());
  }

  private static Day add(Day before, Day more) {
    return before.day().equals(more.day())
        ? new Day(before.day(), before.requests() + 1, before.bytes() + more.bytes())
        : more;
  }
}
