/** The language between services: ids, topics, events. Knows no framework. */
@NullMarked
package org.reachline.contracts;

import org.jspecify.annotations.NullMarked;
