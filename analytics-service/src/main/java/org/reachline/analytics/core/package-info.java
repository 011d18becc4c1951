/**
 * From an event to a fact, from a fact to cells, from cells to tiles: pure, without clock, broker,
 * store or framework.
 */
@NullMarked
package org.reachline.analytics.core;

import org.jspecify.annotations.NullMarked;
