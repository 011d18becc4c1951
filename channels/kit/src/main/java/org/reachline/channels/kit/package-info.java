/** The kit that proves a channel: rules, case files and a report. */
@NullMarked
package org.reachline.channels.kit;

import org.jspecify.annotations.NullMarked;
