/** All services together: the promises, the boundaries, and the story of one text. */
@NullMarked
package org.reachline.system;

import org.jspecify.annotations.NullMarked;
