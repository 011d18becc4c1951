package org.reachline.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which port each part listens on, all on loopback, counted from the front door's.
 *
 * @param front where a person goes; the others follow within the hundred and twenty after it
 */
record Ports(int front) {
  static final int DEFAULT = 8080;

  Ports {
    if (front < 1024 || front > 65_000) {
      throw new IllegalArgumentException("--port must be between 1024 and 65000");
    }
  }

  /** Where people go. */
  String frontUrl() {
    return "http://127.0.0.1:" + front;
  }

  int gateway() {
    return front + 1;
  }

  int cases() {
    return front + 2;
  }

  int notifier() {
    return front + 3;
  }

  int analytics() {
    return front + 4;
  }

  int provider() {
    return front + 5;
  }

  int kafka() {
    return front + 12;
  }

  int store() {
    return front + 13;
  }

  /** The port of a part's health and metrics. */
  int managementOf(int port) {
    return port + 100;
  }

  /** What listens on which port, in words. */
  Map<String, Integer> all() {
    Map<String, Integer> all = new LinkedHashMap<>();
    all.put("front door", front);
    all.put("inbound-gateway", gateway());
    all.put("case-service", cases());
    all.put("notifier-service", notifier());
    all.put("analytics-service", analytics());
    all.put("phone company", provider());
    all.put("Kafka", kafka());
    all.put("store", store());
    all.put("front door's health", managementOf(front));
    all.put("inbound-gateway's health", managementOf(gateway()));
    all.put("case-service's health", managementOf(cases()));
    all.put("notifier-service's health", managementOf(notifier()));
    all.put("analytics-service's health", managementOf(analytics()));
    return all;
  }

  /** The parts whose port somebody else has. */
  List<String> taken() {
    List<String> taken = new ArrayList<>();
    all().forEach((part, port) -> addIfTaken(part, port, taken));
    return taken;
  }

  private static void addIfTaken(String part, int port, List<String> taken) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException inUse) {
      taken.add(port + " (" + part + ")");
    }
  }
}
