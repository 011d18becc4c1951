package org.reachline.cases.reading;

import org.reachline.contracts.AgencyId;
import org.reachline.triage.Assessment;
import org.reachline.triage.Context;
import org.reachline.triage.WeatherAlert;

/**
 * What reads a message for danger, replaceable so that its failure can be tried. Safe for any
 * thread; may throw, which is taken for "not assessed".
 */
public interface Library {
  Assessment assess(AgencyId agency, String text, Context context);

  /** The weather it reads an agency's messages under. */
  default WeatherAlert weather(AgencyId agency) {
    return WeatherAlert.NONE;
  }
}
