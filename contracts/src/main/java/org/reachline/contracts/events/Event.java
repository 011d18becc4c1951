package org.reachline.contracts.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.reachline.contracts.AgencyId;

/**
 * What every event of every topic has. Events are immutable, carry no personal data in the clear,
 * and have ids derived from what they report, so that the same thing published twice is the same
 * event.
 */
public sealed interface Event
    permits InboundEvent,
        ReceiptEvent,
        QuarantineEvent,
        CaseEvent,
        CrisisEvent,
        OutboundEvent,
        DeliveryEvent,
        EscalationEvent {

  /** The id of the event ({@code ce_id}), equal for every publication of the same happening. */
  @JsonIgnore
  String eventId();

  /** The record key: what must stay in order. */
  @JsonIgnore
  String key();

  /** The agency the event belongs to ({@code ce_agency}). */
  @JsonIgnore
  AgencyId agency();

  /** When it happened, as its writer knows ({@code ce_time}). */
  Instant at();
}
