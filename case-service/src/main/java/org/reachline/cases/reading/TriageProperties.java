package org.reachline.cases.reading;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How messages are read for danger.
 *
 * @param overlays folder with what agencies add to the rules; empty for none
 * @param lookEvery how often it is looked at
 * @param within how long the reading of one message may take before it is not assessed
 */
@Validated
@ConfigurationProperties("reachline.triage")
public record TriageProperties(
    @DefaultValue("") String overlays,
    @DurationMin(millis = 50) @DefaultValue("5s") Duration lookEvery,
    @DurationMin(millis = 50) @DefaultValue("2s") Duration within) {}
