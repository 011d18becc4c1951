/** The pure part of dispatch: what a send becomes when something happens to it. */
@NullMarked
package org.reachline.notifier.dispatch.core;

import org.jspecify.annotations.NullMarked;
