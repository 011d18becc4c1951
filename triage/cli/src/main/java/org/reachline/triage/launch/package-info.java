/** Finds a Java that can run the rest; compiled for older ones. */
@NullMarked
package org.reachline.triage.launch;

import org.jspecify.annotations.NullMarked;
