package org.reachline.contracts.events;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.LineId;
import org.reachline.contracts.RequestId;
import org.reachline.contracts.Sealed;

/**
 * Topic "reachline.quarantine", keyed by line: requests we could not believe, kept until an
 * operator has looked.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
public sealed interface QuarantineEvent extends Event {

  /**
   * One request whose signature did not hold, or one item of a verified request that made no sense.
   *
   * @param reason a code: {@code signature-missing}, {@code signature-bad}, {@code
   *     signature-stale}, {@code signature-future}, {@code signature-algorithm}, {@code
   *     content-encoding}, {@code too-large}, of which the head alone is kept
   * @param bytes the size of the body that is kept
   * @param sealed a {@code QuarantinedRequest}
   */
  record RequestQuarantined(
      RequestId requestId, LineId line, String reason, int bytes, Instant at, Sealed sealed)
      implements QuarantineEvent {
    public RequestQuarantined {
      requireNonNull(requestId, "requestId");
      requireNonNull(line, "line");
      requireNonNull(reason, "reason");
      requireNonNull(at, "at");
      requireNonNull(sealed, "sealed");
    }

    @Override
    public String eventId() {
      return requestId.value();
    }

    @Override
    public String key() {
      return line.value();
    }

    @Override
    public AgencyId agency() {
      return line.agency();
    }
  }
}
