package org.reachline.analytics.insights;

import java.util.List;
import java.util.Locale;
import org.reachline.analytics.AnalyticsProperties;
import org.reachline.analytics.core.Figures;
import org.reachline.analytics.core.Tiles;
import org.reachline.trust.Act;
import org.reachline.trust.Resource;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Shell;
import org.springframework.context.MessageSource;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The dashboard, for those who may read figures; only ever those of their own agency. */
@Pages
class HttpInsights {
  static final String PAGE = "/insights";
  static final String LIVE = "/insights/live";

  private final LiveCells live;
  private final AnalyticsProperties properties;
  private final Guard guard;
  private final MessageSource words;

  HttpInsights(LiveCells live, AnalyticsProperties properties, Guard guard, MessageSource words) {
    this.live = live;
    this.properties = properties;
    this.guard = guard;
    this.words = words;
  }

  @GetMapping(PAGE)
  String page(Scope scope, Shell shell, Model model) {
    fill(scope, shell, model);
    return "insights";
  }

  @GetMapping(PAGE + "/tiles")
  String tiles(Scope scope, Shell shell, Model model) {
    fill(scope, shell, model);
    return "region/tiles";
  }

  private void fill(Scope scope, Shell shell, Model model) {
    guard.check(scope, Act.READ_FIGURES, new Resource.OfAgency(scope.agency()));
    Figures figures = live.figures(scope.agency());
    model.addAttribute("shell", shell.withLive(LIVE));
    model.addAttribute("asOf", figures.asOf());
    model.addAttribute("tiles", tiles(figures, shell));
  }

  private List<ShownTile> tiles(Figures figures, Shell shell) {
    Tiles tiles =
        new Tiles(
            figures,
            properties.smallNumber(),
            properties.percentilesFrom(),
            shell.zone(),
            shell.now());
    Locale locale = Locale.of(shell.lang());
    return tiles.all().stream().map(tile -> ShownTile.of(tile, figures, words, locale)).toList();
  }
}
