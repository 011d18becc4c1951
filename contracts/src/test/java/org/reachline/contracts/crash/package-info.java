/**
 * Crash enumeration: every port call of a flow, interrupted in every way, one by one and in pairs.
 */
@NullMarked
package org.reachline.contracts.crash;

import org.jspecify.annotations.NullMarked;
