package org.reachline.contracts.wire;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.reachline.contracts.AgencyId;
import org.reachline.contracts.Id;
import org.reachline.contracts.LineId;
import org.reachline.contracts.events.Event;

/** Whether every id inside an event names the agency of the event. */
final class Agencies {
  private static final ConcurrentHashMap<Class<?>, List<RecordComponent>> BOUND =
      new ConcurrentHashMap<>();

  private Agencies() {}

  static boolean agree(Event event) {
    AgencyId agency = event.agency();
    return BOUND.computeIfAbsent(event.getClass(), Agencies::boundComponents).stream()
        .allMatch(component -> agency.equals(agencyOf(component, event)));
  }

  private static List<RecordComponent> boundComponents(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(c -> Id.class.isAssignableFrom(c.getType()) || c.getType() == LineId.class)
        .toList();
  }

  private static AgencyId agencyOf(RecordComponent component, Event event) {
    Object value = valueOf(component, event);
    return value instanceof LineId line ? line.agency() : ((Id) value).agency();
  }

  private static Object valueOf(RecordComponent component, Event event) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot read " + component.getName(), impossible);
    }
  }
}
