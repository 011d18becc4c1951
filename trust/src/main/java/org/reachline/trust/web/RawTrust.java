package org.reachline.trust.web;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The same as it is written, so that every mistake can be listed before the first one ends it. */
@ConfigurationProperties("reachline")
record RawTrust(
    @DefaultValue("") String keys,
    @DefaultValue("") String staff,
    @Nullable Map<String, RawAgency> agencies,
    @DefaultValue("true") String secureCookies,
    @DefaultValue("/queue") String home) {
  private static final Set<String> LANGUAGES = Set.of("en", "es");

  record RawAgency(
      @DefaultValue("") String name,
      @DefaultValue("") String zone,
      @DefaultValue("en") String language) {}

  List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (keys.isBlank()) {
      mistakes.add("reachline.keys: is missing; it is the folder with kek.json and the key sets");
    }
    if (agencyMap().isEmpty()) {
      mistakes.add(
          "reachline.agencies: is missing; name at least one, as reachline.agencies.harbor.name");
    }
    agencyMap().forEach((id, agency) -> check(id, agency, mistakes));
    if (!secureCookies.equals("true") && !secureCookies.equals("false")) {
      mistakes.add("reachline.secure-cookies: must be true or false");
    }
    return mistakes;
  }

  List<String> mistakesOfPages() {
    List<String> mistakes = new ArrayList<>();
    if (staff.isBlank()) {
      mistakes.add("reachline.staff: is missing; it is the file that lists the staff");
    }
    if (!home.startsWith("/") || home.startsWith("//")) {
      mistakes.add("reachline.home: must be a path of this site, such as /queue");
    }
    return mistakes;
  }

  TrustProperties checked() {
    Map<AgencyId, TrustProperties.Agency> checked = new LinkedHashMap<>();
    agencyMap()
        .forEach(
            (id, a) ->
                checked.put(
                    new AgencyId(id),
                    new TrustProperties.Agency(a.name(), ZoneId.of(a.zone()), a.language())));
    return new TrustProperties(
        Path.of(keys), Path.of(staff), checked, Boolean.parseBoolean(secureCookies), home);
  }

  private Map<String, RawAgency> agencyMap() {
    return agencies == null ? Map.of() : new TreeMap<>(agencies);
  }

  private static void check(String id, RawAgency agency, List<String> mistakes) {
    String key = "reachline.agencies." + id;
    if (!fits(() -> new AgencyId(id))) {
      mistakes.add(key + ": the agency's code must be a-z first, then a-z, 0-9 or -, 2 to 31 long");
    }
    if (agency.name().isBlank()) {
      mistakes.add(key + ".name: is missing; it stands at the top of every page");
    }
    if (agency.zone().isBlank()) {
      mistakes.add(key + ".zone: is missing; it is a time zone such as America/New_York");
    } else if (!fits(() -> ZoneId.of(agency.zone()))) {
      mistakes.add(key + ".zone: is not a time zone such as America/New_York");
    }
    if (!LANGUAGES.contains(agency.language())) {
      mistakes.add(key + ".language: must be en or es");
    }
  }

  private static boolean fits(Runnable attempt) {
    try {
      attempt.run();
      return true;
    } catch (IllegalArgumentException | java.time.DateTimeException unfit) {
      return false;
    }
  }
}
