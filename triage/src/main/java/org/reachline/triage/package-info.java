/**
 * Pure risk rules: one client text in, an explained assessment out; no I/O, no clock, no framework.
 */
@NullMarked
package org.reachline.triage;

import org.jspecify.annotations.NullMarked;
