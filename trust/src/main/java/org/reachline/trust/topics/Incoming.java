package org.reachline.trust.topics;

import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Decoded;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Scope;

/** A record as a consumer meets it. */
public sealed interface Incoming<E extends Event> {
  /** A readable event, with the scope it may be worked on in. */
  record Read<E extends Event>(Scope scope, E event) implements Incoming<E> {}

  /** A type newer than this reader: count it and go on. */
  record Skipped<E extends Event>(String type) implements Incoming<E> {}

  /** Not usable: publish the letter to the dead letters, count it, go on. */
  record Dead<E extends Event>(Decoded.Code code, Wire letter) implements Incoming<E> {}
}
