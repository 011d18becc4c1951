package org.reachline.cases;

import java.util.function.Function;
import org.reachline.contracts.events.Event;
import org.reachline.contracts.wire.Wire;
import org.reachline.trust.Scope;

/**
 * One readable event of a batch.
 *
 * @param letter makes its dead letter, given a code
 */
public record Item<E extends Event>(Scope scope, E event, Function<String, Wire> letter) {}
