package org.reachline.trust.web;

import org.jspecify.annotations.Nullable;
import org.reachline.trust.keys.KeyTrouble;
import org.reachline.trust.staff.StaffTrouble;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Start-up failures whose message already says what is wrong, said without a stack trace. */
final class PlainFailures {
  private PlainFailures() {}

  /** Mistakes in the configuration. */
  static final class OfConfiguration extends AbstractFailureAnalyzer<Misconfigured> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, Misconfigured cause) {
      return new FailureAnalysis(
          "The configuration has these mistakes:\n\n" + cause.getMessage(),
          "Set each key named above; nothing was started and nothing was lost.",
          cause);
    }
  }

  /** Missing or wrong keys. */
  static final class OfKeys extends AbstractFailureAnalyzer<KeyTrouble> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, KeyTrouble cause) {
      return new FailureAnalysis(
          "The keys cannot be used:\n\n" + cause.getMessage(),
          "What is stored stays readable once the right files are in the folder of reachline.keys;"
              + " never make new keys over old data.",
          cause);
    }
  }

  /** A staff file with mistakes. */
  static final class OfStaff extends AbstractFailureAnalyzer<StaffTrouble> {
    @Override
    protected @Nullable FailureAnalysis analyze(Throwable root, StaffTrouble cause) {
      return new FailureAnalysis(
          "The staff file has these mistakes:\n\n" + cause.getMessage(),
          "Correct the file that reachline.staff names.",
          cause);
    }
  }
}
