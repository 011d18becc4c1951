/** The way out to providers: one HTTP client with limits. */
@NullMarked
package org.reachline.notifier.provider;

import org.jspecify.annotations.NullMarked;
