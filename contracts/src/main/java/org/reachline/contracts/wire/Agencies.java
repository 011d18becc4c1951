package org.reachline.contracts.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
        .flatMap(component -> agenciesOf(component, event))
        .allMatch(agency::equals);
  }

  private static List<RecordComponent> boundComponents(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .filter(component -> isBound(component.getGenericType()))
        .toList();
  }

  /** An id that names an agency, or a list of such. */
  static boolean isBound(Type type) {
    return switch (type) {
      case Class<?> one -> Id.class.isAssignableFrom(one) || one == LineId.class;
      case ParameterizedType list -> isBound(list.getActualTypeArguments()[0]);
      default -> false;
    };
  }

  private static Stream<AgencyId> agenciesOf(RecordComponent component, Event event) {
    Object value = valueOf(component, event);
    return value instanceof List<?> ids
        ? ids.stream().map(Agencies::agencyOf)
        : Stream.of(agencyOf(value));
  }

  private static AgencyId agencyOf(Object id) {
    return id instanceof LineId line ? line.agency() : ((Id) id).agency();
  }

  private static Object valueOf(RecordComponent component, Event event) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("cannot read " + component.getName(), impossible);
    }
  }
}
