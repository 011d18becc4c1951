package org.reachline.channels.kit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.reachline.channels.spi.RawRequest;

/** A form with each parameter missing, empty or twice, and with one nobody has heard of. */
final class FormChanges {
  private FormChanges() {}

  static Map<String, RawRequest> of(RawRequest request) {
    var changes = new LinkedHashMap<String, RawRequest>();
    var parameters = Requests.parameters(request);
    for (int i = 0; i < parameters.size(); i++) {
      String name = parameters.get(i).split("=", 2)[0];
      changes.put(name + " missing", with(request, parameters, i, List.of()));
      changes.put(name + " empty", with(request, parameters, i, List.of(name + "=")));
      changes.put(
          name + " of another type", with(request, parameters, i, List.of(name + "=%7B%7D")));
      changes.put(name + " twice", with(request, parameters, i, List.of(name + "=a", name + "=b")));
    }
    changes.put("an unknown parameter", with(request, parameters, 0, List.of("somethingNew=1")));
    changes.put("an empty body", Requests.body(request, ""));
    return changes;
  }

  private static RawRequest with(
      RawRequest request, List<String> parameters, int index, List<String> instead) {
    var changed = new ArrayList<>(parameters);
    if (!changed.isEmpty()) {
      changed.remove(index);
    }
    changed.addAll(instead);
    return Requests.parameters(request, changed);
  }
}
