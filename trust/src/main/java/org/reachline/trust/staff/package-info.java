/** Who works here: the staff file, and signing in by passphrase. */
@NullMarked
package org.reachline.trust.staff;

import org.jspecify.annotations.NullMarked;
