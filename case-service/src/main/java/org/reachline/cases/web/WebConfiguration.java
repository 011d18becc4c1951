package org.reachline.cases.web;

import java.time.Clock;
import java.util.UUID;
import org.reachline.cases.CommandFlow;
import org.reachline.cases.examples.LabelFlow;
import org.reachline.cases.live.WebFigures;
import org.reachline.cases.live.WebLive;
import org.reachline.cases.live.WebStore;
import org.reachline.cases.reading.AgencyRules;
import org.reachline.cases.store.Boxes;
import org.reachline.cases.store.CaseStore;
import org.reachline.cases.store.ExampleStore;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.CrisesNotTaken;
import org.reachline.trust.web.Guard;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** The parts behind the pages and the interface for scripts. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

  @Bean
  WebLive webLive() {
    return new WebLive(UUID.randomUUID().toString().substring(0, 8));
  }

  /** Whoever asks for the store gets the one that tells the viewers. */
  @Bean
  @Primary
  CaseStore watchedStore(@Qualifier("caseStore") CaseStore store, WebLive live) {
    return new WebStore(store, live);
  }

  @Bean
  WebReader webReader(CaseStore store, Boxes boxes, ExampleStore examples) {
    return new WebReader(store, boxes, examples);
  }

  @Bean
  WebDoor webDoor(CaseStore store, Guard guard, Clock clock) {
    return new WebDoor(store, guard, clock);
  }

  @Bean
  WebThread webThread(
      CaseStore store,
      WebReader reader,
      WebDoor door,
      WebLive live,
      StaffDirectory staff,
      AgencyRules rules) {
    return new WebThread(store, reader, door, live, staff, rules);
  }

  @Bean
  WebCommands webCommands(CommandFlow flow, KeyedIds ids, StaffDirectory staff) {
    return new WebCommands(flow, ids, staff);
  }

  @Bean
  WebTabs webTabs(WebFigures figures, ExampleStore examples, WebDoor door) {
    return new WebTabs(figures, examples, door);
  }

  @Bean
  WebLabels webLabels(LabelFlow flow) {
    return new WebLabels(flow);
  }

  @Bean
  WebFigures webFigures(CaseStore store, WebLive live, Clock clock) {
    return new WebFigures(store, live, clock);
  }

  @Bean
  CrisesNotTaken crisesNotTaken(WebFigures figures) {
    return figures::count;
  }
}
