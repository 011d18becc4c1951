/** Checks of the look and the words: rules, budgets, contrast, and every page in both languages. */
@NullMarked
package org.reachline.ui;

import org.jspecify.annotations.NullMarked;
