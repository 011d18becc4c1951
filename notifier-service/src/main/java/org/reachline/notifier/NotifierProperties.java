package org.reachline.notifier;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What an operator may set.
 *
 * @param onCall the on-call file
 * @param tick how often due work is looked for
 * @param maxAttempts tries of one message to a client
 * @param firstRetry wait after the first; later ones wait three times as long each
 * @param providerConnect until a provider's connection stands
 * @param providerCall one call to a provider
 * @param providerAtOnce calls to one provider host at a time
 * @param lineAtOnce messages of one line at a time
 * @param linesReload how often the lines file and the on-call file are looked at
 * @param beat how often a live page hears that all is well
 */
@Validated
@ConfigurationProperties("reachline.notifier")
record NotifierProperties(
    @DefaultValue("on-call.yaml") Path onCall,
    @DurationMin(millis = 50) @DefaultValue("500ms") Duration tick,
    @Min(1) @Max(20) @DefaultValue("7") int maxAttempts,
    @DurationMin(millis = 50) @DefaultValue("2s") Duration firstRetry,
    @DurationMin(millis = 50) @DefaultValue("2s") Duration providerConnect,
    @DurationMin(millis = 50) @DefaultValue("5s") Duration providerCall,
    @Min(1) @DefaultValue("64") int providerAtOnce,
    @Min(1) @DefaultValue("16") int lineAtOnce,
    @DurationMin(millis = 50) @DefaultValue("2s") Duration linesReload,
    @DurationMin(millis = 50) @DefaultValue("10s") Duration beat) {}
