package org.reachline.standalone;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.reachline.analytics.AnalyticsServiceApplication;
import org.reachline.cases.CaseServiceApplication;
import org.reachline.gateway.InboundGatewayApplication;
import org.reachline.notifier.NotifierServiceApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * One of the four services as an application context of its own, with its own settings file and
 * port. Production code only.
 */
record HostedService(
    String name, Supplier<SpringApplicationBuilder> application, Map<String, Object> settings) {

  static List<HostedService> all(DataFolder data, Ports ports, Backing backing, String overlays) {
    return List.of(
        new HostedService(
            "inbound-gateway",
            InboundGatewayApplication::application,
            settings(
                data, ports, backing, ports.gateway(), Map.of("reachline.lines", data.lines()))),
        new HostedService(
            "case-service",
            CaseServiceApplication::application,
            settings(
                data,
                ports,
                backing,
                ports.cases(),
                Map.of(
                    "spring.mongodb.uri",
                    uri(backing, "cases"),
                    "reachline.triage.overlays",
                    overlays))),
        new HostedService(
            "notifier-service",
            NotifierServiceApplication::application,
            settings(
                data,
                ports,
                backing,
                ports.notifier(),
                Map.of(
                    "spring.mongodb.uri",
                    uri(backing, "notifier"),
                    "reachline.lines",
                    data.lines(),
                    "reachline.notifier.on-call",
                    data.onCall()))),
        new HostedService(
            "analytics-service",
            AnalyticsServiceApplication::application,
            settings(
                data,
                ports,
                backing,
                ports.analytics(),
                Map.of(
                    "spring.mongodb.uri",
                    uri(backing, "analytics"),
                    "reachline.analytics.state-dir",
                    data.streams()))));
  }

  /** Runs the service and returns its context, ready. */
  ConfigurableApplicationContext start() {
    return application.get().run(arguments());
  }

  /** As command line arguments: they win over the settings file. */
  private String[] arguments() {
    List<String> arguments = new ArrayList<>();
    settings.forEach((key, value) -> arguments.add("--" + key + "=" + value));
    return arguments.toArray(String[]::new);
  }

  /** What every context of this JVM is told. */
  static Map<String, Object> common(DataFolder data, int port, Ports ports) {
    Map<String, Object> settings = new LinkedHashMap<>();
    settings.put("server.address", "127.0.0.1");
    settings.put("server.port", port);
    settings.put("management.server.port", ports.managementOf(port));
    settings.put("management.server.address", "127.0.0.1");
    settings.put("spring.jmx.enabled", false);
    settings.put("spring.reactor.netty.shutdown-quiet-period", "0s"); // nothing comes in by then
    settings.put("spring.main.banner-mode", "off");
    settings.put("spring.main.register-shutdown-hook", false); // the machine stops them, in order
    settings.put("reachline.keys", data.keys());
    settings.put("reachline.staff", data.staff());
    for (Tenant tenant : data.tenants()) {
      String agency = "reachline.agencies." + tenant.id();
      settings.put(agency + ".name", tenant.name());
      settings.put(agency + ".zone", Tenant.ZONE);
      settings.put(agency + ".language", "en");
    }
    return settings;
  }

  private static Map<String, Object> settings(
      DataFolder data, Ports ports, Backing backing, int port, Map<String, Object> own) {
    Map<String, Object> settings = common(data, port, ports);
    settings.put("spring.kafka.bootstrap-servers", backing.kafka());
    settings.putAll(own);
    return settings;
  }

  /** Every service has a database of its own. */
  static String uri(Backing backing, String database) {
    String server = backing.mongo();
    int query = server.indexOf('?');
    String base = query < 0 ? server : server.substring(0, query);
    int path = base.indexOf('/', "mongodb://".length());
    String host = path < 0 ? base : base.substring(0, path);
    return host + "/reachline_" + database + (query < 0 ? "" : server.substring(query));
  }
}
