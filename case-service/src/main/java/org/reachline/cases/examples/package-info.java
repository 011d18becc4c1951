/** Labels of staff on messages, the sample they read, and both as lines for a rules release. */
@NullMarked
package org.reachline.cases.examples;

import org.jspecify.annotations.NullMarked;
