package org.reachline.notifier.oncall.core;

/** How far an escalation is. OPEN may loop for ever; only a person ends one. */
public enum State {
  OPEN,
  ACKED,
  ENGAGED,
  RESOLVED
}
