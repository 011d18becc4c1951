/** The test kit of every integration test: a mirror agency, and canaries that must not be found. */
@NullMarked
package org.reachline.trust.testing;

import org.jspecify.annotations.NullMarked;
