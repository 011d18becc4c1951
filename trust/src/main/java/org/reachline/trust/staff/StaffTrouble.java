package org.reachline.trust.staff;

import java.nio.file.Path;
import java.util.List;

/** A staff file that cannot be used. The message names entries and fields, never people. */
public final class StaffTrouble extends RuntimeException {
  private static final long serialVersionUID = 1;

  StaffTrouble(Path file, List<String> mistakes) {
    super(file + ":\n  " + String.join("\n  ", mistakes));
  }
}
