package org.reachline.triage;

import java.util.List;

/** A frame or a risk cue that was found, and the cues that made it. */
record Fired(Category category, Severity level, boolean lowered, List<Hit> hits) {}
