package org.reachline.cases.web;

import java.util.ArrayList;
import java.util.List;
import org.reachline.cases.live.WebFigures;
import org.reachline.cases.store.ExampleStore;
import org.reachline.cases.view.QueueView;
import org.reachline.cases.view.QueueView.Tab;
import org.reachline.contracts.StaffId;
import org.reachline.trust.Scope;

/** The views of the queue with their counts; the sample for those who may read it. */
final class WebTabs {
  static final String REVIEW = "review";
  static final String REVIEW_PATH = "/queue/review";
  private static final int COUNTED = 99;
  private final WebFigures figures;
  private final ExampleStore examples;
  private final WebDoor door;

  WebTabs(WebFigures figures, ExampleStore examples, WebDoor door) {
    this.figures = figures;
    this.examples = examples;
    this.door = door;
  }

  List<Tab> tabs(Scope scope, StaffId me) {
    List<Tab> tabs = new ArrayList<>(QueueView.tabs(figures.views(scope, me)));
    if (door.labels(scope)) {
      int waiting = examples.unreviewed(scope, COUNTED).size();
      tabs.add(new Tab(REVIEW, REVIEW_PATH, waiting));
    }
    return tabs;
  }
}
