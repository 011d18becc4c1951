/** What happened, as facts, counts and timings that expose nobody. */
@NullMarked
package org.reachline.analytics;

import org.jspecify.annotations.NullMarked;
