package org.reachline.analytics;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The settings of this service.
 *
 * @param applicationId names the groups, the internal topics and the state of the streams
 * @param stateDir where the streams keep their state; it can be rebuilt from the topics
 * @param createTopics whether to make the two topics of this service where they are missing
 * @param partitions of those and of the internal topics; not to be changed under an application id
 * @param replicationFactor of all of them
 * @param standbyReplicas copies of the state on other nodes
 * @param threads that work on the streams
 * @param commitInterval how long a result may wait before the next stage sees it
 * @param sessionTimeout after which a silent node's share is given to others
 * @param cache how much memory may hold back figures that change often, until the commit
 * @param smallNumber below it, a count of people by a trait is not shown
 * @param percentilesFrom below it, no percentile is shown
 * @param beat between two signs of life of a page's event stream
 */
@Validated
@ConfigurationProperties("reachline.analytics")
public record AnalyticsProperties(
    @NotBlank @DefaultValue("reachline-analytics-v1") String applicationId,
    @DefaultValue("data/analytics") Path stateDir,
    @DefaultValue("true") boolean createTopics,
    @Min(1) @DefaultValue("3") int partitions,
    @Min(1) @DefaultValue("1") short replicationFactor,
    @Min(0) @DefaultValue("0") int standbyReplicas,
    @Min(1) @DefaultValue("1") int threads,
    @DefaultValue("100ms") Duration commitInterval,
    @DefaultValue("10s") Duration sessionTimeout,
    @DefaultValue("8MB") DataSize cache,
    @Min(2) @DefaultValue("5") int smallNumber,
    @Min(2) @DefaultValue("20") int percentilesFrom,
    @DefaultValue("10s") Duration beat) {}
