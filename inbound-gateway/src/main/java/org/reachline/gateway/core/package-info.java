/** What a provider's events mean to Reachline, in pure code. */
@NullMarked
package org.reachline.gateway.core;

import org.jspecify.annotations.NullMarked;
