/** What must never be shown by accident: text, names, addresses. These types travel sealed only. */
@NullMarked
package org.reachline.contracts.personal;

import org.jspecify.annotations.NullMarked;
