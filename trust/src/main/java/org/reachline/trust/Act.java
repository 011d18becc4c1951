package org.reachline.trust;

/** What can be done. Every route and every stream event names one. */
public enum Act {
  LIST_CASES,
  READ_CASE,
  REPLY,
  ASSIGN,
  CLOSE_CASE,
  DISPOSE_CRISIS,
  LABEL_MESSAGE,
  LIST_ESCALATIONS,
  READ_ESCALATION,
  ACKNOWLEDGE,
  PASS_ON,
  PAGE_EVERYONE,
  ENGAGE,
  READ_FIGURES,
  READ_QUARANTINE
}
