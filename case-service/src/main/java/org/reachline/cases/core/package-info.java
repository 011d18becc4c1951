/** What case-service decides, in pure code: threads, consent, crises, commands. */
@NullMarked
package org.reachline.cases.core;

import org.jspecify.annotations.NullMarked;
