/** The command line of triage: files and JSON in, reports out. */
@NullMarked
package org.reachline.triage.cli;

import org.jspecify.annotations.NullMarked;
