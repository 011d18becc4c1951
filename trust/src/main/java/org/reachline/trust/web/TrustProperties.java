package org.reachline.trust.web;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.reachline.contracts.AgencyId;

/**
 * What every service is told about the agencies it serves, checked.
 *
 * @param keys folder of the key files
 * @param staff file with the staff of all agencies
 * @param secureCookies false only where a browser refuses secure cookies on loopback
 * @param home where a person lands after sign-in
 */
public record TrustProperties(
    Path keys, Path staff, Map<AgencyId, Agency> agencies, boolean secureCookies, String home) {
  public TrustProperties {
    agencies = Map.copyOf(agencies);
  }

  /**
   * One agency.
   *
   * @param zone where its days and shifts are told
   * @param language of its pages where nobody chose one: en or es
   */
  public record Agency(String name, ZoneId zone, String language) {}

  /**
   * The settings of an agency.
   *
   * @throws IllegalArgumentException if it is not one of ours
   */
  public Agency agency(AgencyId id) {
    Agency agency = agencies.get(id);
    if (agency == null) {
      throw new IllegalArgumentException("no agency " + id + " in reachline.agencies");
    }
    return agency;
  }
}
