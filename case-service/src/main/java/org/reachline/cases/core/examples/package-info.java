/** What staff say a message really was, for the next release of the rules. Pure. */
@NullMarked
package org.reachline.cases.core.examples;

import org.jspecify.annotations.NullMarked;
