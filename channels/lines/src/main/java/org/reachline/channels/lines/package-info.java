/**
 * The lines file: which addresses an agency has on which channel, with their credentials by
 * reference.
 */
@NullMarked
package org.reachline.channels.lines;

import org.jspecify.annotations.NullMarked;
