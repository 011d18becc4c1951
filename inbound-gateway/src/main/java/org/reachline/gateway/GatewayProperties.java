package org.reachline.gateway;

import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of the gateway.
 *
 * @param linesInterval how often it is looked at for changes
 * @param maxInFlight calls worked on at once; beyond them the answer is 503
 * @param patience how long one call may take before it is answered 503
 * @param bodies bytes of unfinished requests held at once; beyond them 503
 * @param warmUp how long the start waits for Kafka to know our topics
 * @param quarantineRequests requests a line may leave in quarantine in a day with their bodies
 * @param quarantineSize bytes a line may leave there in a day
 */
@Validated
@ConfigurationProperties("reachline.gateway")
record GatewayProperties(
    @DefaultValue("2s") Duration linesInterval,
    @Min(1) @DefaultValue("2000") int maxInFlight,
    @DefaultValue("5s") Duration patience,
    @DefaultValue("64MB") DataSize bodies,
    @DefaultValue("10s") Duration warmUp,
    @Min(0) @DefaultValue("5000") int quarantineRequests,
    @DefaultValue("256MB") DataSize quarantineSize) {}
