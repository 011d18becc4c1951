package org.reachline.cases.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Context;
import org.reachline.triage.RuleBook;
import org.reachline.triage.RuleErrors;
import org.reachline.triage.RuleErrors.RuleError;
import org.reachline.triage.RuleFile;
import org.reachline.triage.Rules;
import org.reachline.triage.Rules.Loaded;
import org.reachline.triage.Rules.Outcome;
import org.reachline.triage.Rules.Refused;
import org.reachline.triage.Triage;
import org.reachline.triage.WeatherAlert;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules of every agency: those shipped, with what the agency added, and its weather. A message
 * is read wholly by the old rules or wholly by the new. Where the shipped ones cannot be loaded
 * nothing is assessed and the service still runs: a person reads every message then.
 */
public final class AgencyRules implements Library {
  private static final Logger log = LoggerFactory.getLogger(AgencyRules.class);
  private final @Nullable Rules core;
  private final Map<AgencyId, RuleBook> books = new ConcurrentHashMap<>();
  private final Map<AgencyId, WeatherAlert> weather = new ConcurrentHashMap<>();

  public AgencyRules(Supplier<Rules> core) {
    this.core = loaded(core);
  }

  /** The rules shipped with the library. */
  public static AgencyRules shipped() {
    return new AgencyRules(Rules::core);
  }

  private static @Nullable Rules loaded(Supplier<Rules> core) {
    try {
      return core.get();
    } catch (RuntimeException | LinkageError missing) {
      log.error("rules-missing kind={}", missing.getClass().getName());
      return null;
    }
  }

  @Override
  public Assessment assess(AgencyId agency, String text, Context context) {
    Rules shipped = core;
    if (shipped == null) {
      return new Assessment.Unassessed(Assessment.Reason.NO_RULES, "");
    }
    WeatherAlert alert = weather.getOrDefault(agency, context.weather());
    return Triage.assess(text, context.withWeather(alert), book(agency, shipped).current());
  }

  @Override
  public WeatherAlert weather(AgencyId agency) {
    return weather.getOrDefault(agency, WeatherAlert.NONE);
  }

  /** What a cue means, in a few words of a language; the id itself where nobody knows. */
  public String meaning(AgencyId agency, String cue, Locale language) {
    Rules shipped = core;
    return shipped == null ? cue : book(agency, shipped).current().meaning(cue, language);
  }

  /** The version in force for an agency, empty where there is none. */
  public String version(AgencyId agency) {
    Rules shipped = core;
    return shipped == null ? "" : book(agency, shipped).current().version();
  }

  /** Puts an agency's own file in force beside the shipped rules, unless it is refused. */
  Outcome offer(AgencyId agency, RuleFile overlay) {
    Rules shipped = core;
    return shipped == null
        ? new Refused(new RuleErrors(List.of(new RuleError(overlay.name(), 1, "shipped rules"))))
        : book(agency, shipped).offer(shipped.with(overlay));
  }

  /** The shipped rules alone again. */
  void reset(AgencyId agency) {
    Rules shipped = core;
    if (shipped != null) {
      book(agency, shipped).offer(new Loaded(shipped));
    }
  }

  void weather(AgencyId agency, WeatherAlert alert) {
    weather.put(agency, alert);
  }

  private RuleBook book(AgencyId agency, Rules shipped) {
    return books.computeIfAbsent(agency, _ -> new RuleBook(shipped));
  }
}
