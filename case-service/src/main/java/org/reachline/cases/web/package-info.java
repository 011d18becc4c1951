/** Pages, forms, scripts and streams over HTTP: every door asks Access first. */
@NullMarked
package org.reachline.cases.web;

import org.jspecify.annotations.NullMarked;
