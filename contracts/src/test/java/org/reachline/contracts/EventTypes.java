package org.reachline.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.reachline.contracts.Topics.Topic;
import org.reachline.contracts.events.Event;

/** The event types as the sealed interfaces know them. */
public final class EventTypes {
  private EventTypes() {}

  /** Every event type, in the order of {@link Topics#ALL}. */
  public static List<Class<? extends Event>> all() {
    return Topics.ALL.stream().<Class<? extends Event>>flatMap(t -> of(t).stream()).toList();
  }

  /** The event types of a topic, in the order of their declaration. */
  public static List<Class<? extends Event>> of(Topic<?> topic) {
    return leaves(topic.family())
        .<Class<? extends Event>>map(t -> t.asSubclass(Event.class))
        .toList();
  }

  /** Every record that permits no further type below a sealed type. */
  static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(EventTypes::leaves)
        : Stream.of(type);
  }
}
