package org.reachline.system;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reachline.standalone.Tenant;
import org.reachline.standalone.provider.Arrival;

/** The pages that arrived on anybody's phone. */
final class Pages {
  private static final Pattern PAGE = Pattern.compile("urgent page ([A-Z0-9]{3})\\b");

  private Pages() {}

  static List<Arrival> of(Tenant tenant, OneMachine.Running running) {
    return running.machine().provider().phones().all().stream()
        .filter(a -> a.from().equals(tenant.staffNumber()) && PAGE.matcher(a.body()).find())
        .toList();
  }

  static String code(Arrival page) {
    Matcher code = PAGE.matcher(page.body());
    if (!code.find()) {
      throw new IllegalArgumentException("no page");
    }
    return code.group(1);
  }
}
