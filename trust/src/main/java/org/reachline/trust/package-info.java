/** Who may see what, in pure code: scope, roles, access. */
@NullMarked
package org.reachline.trust;

import org.jspecify.annotations.NullMarked;
