/** Benchmarks, in the package of the library to reach its parts. */
@NullMarked
package org.reachline.triage;

import org.jspecify.annotations.NullMarked;
