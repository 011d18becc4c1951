/** The rules messages are read by: one set per agency, renewed while running, never waited for. */
@NullMarked
package org.reachline.cases.reading;

import org.jspecify.annotations.NullMarked;
