package org.reachline.notifier.dispatch;

import org.reachline.notifier.dispatch.core.Send;
import org.reachline.notifier.dispatch.core.Sending.Report;
import org.reachline.trust.Scope;

/** Messages to clients, over the line they wrote to. Blocks a few seconds at most. */
public interface ClientLine {
  /** Makes the calls of a message that were not accepted yet. */
  Report send(Scope scope, Send send);
}
