package org.reachline.notifier;

import java.nio.file.Path;
import java.time.Duration;

/** What the two halves need of the properties. */
public record Timings(
    Path onCallFile, Duration tick, Duration fileReload, Duration beat, int lineAtOnce) {}
