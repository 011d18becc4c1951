/** Messages to case threads, crises to alerts, and the pages staff work on. */
@NullMarked
package org.reachline.cases;

import org.jspecify.annotations.NullMarked;
