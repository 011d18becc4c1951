package org.reachline.cases;

import org.jspecify.annotations.Nullable;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.contracts.personal.InboundContent;

/** An event of a batch whose seal was opened, where it has one. */
record Readable(InboundEvent event, @Nullable InboundContent content) {}
