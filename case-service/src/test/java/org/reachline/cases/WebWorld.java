package org.reachline.cases;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.reachline.cases.core.CaseFile;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.events.InboundEvent;
import org.reachline.trust.Role;
import org.reachline.trust.staff.Member;
import org.reachline.trust.testing.Planted;

/** Cases as the real rules make them, and what a page reads of them. */
final class WebWorld {
  final World world = new World();
  private final CaseFlow flow;
  private int messages;

  /** With the rules that ship. */
  WebWorld() {
    this(Detector.shipped());
  }

  /** With a detector that fails. */
  WebWorld(RuntimeException failure) {
    this(
        (_, _) -> {
          throw failure;
        });
  }

  private WebWorld(Detector.Library library) {
    Detector detector = new Detector(library, world.metrics);
    this.flow =
        new CaseFlow(
            world.boxes,
            new Reading(world.boxes, detector),
            World.rules(),
            world.store,
            new Relay(world.store, world.boxes, world.announcer()),
            world.announcer(),
            world.metrics,
            world::now);
  }

  /** A client writes. */
  InboundEvent.MessageReceived says(String phone, String words) {
    InboundEvent.MessageReceived event = world.text(phone, "w" + messages++, words);
    accept(event);
    return event;
  }

  void accept(InboundEvent event) {
    flow.accept(List.of(World.item(event)));
  }

  CaseFile file(InboundEvent.MessageReceived event) {
    CaseId id =
        World.found(world.store.placed(), world.scope(), event.messageId().value()).caseId();
    return World.found(world.store.files(), world.scope(), id);
  }

  WebStory story(CaseFile file) {
    return new WebReader(world.store, world.boxes).story(world.scope(), file, Long.MAX_VALUE);
  }

  List<WebGlance> glances(CaseFile... files) {
    return new WebReader(world.store, world.boxes).glances(world.scope(), List.of(files));
  }

  Member worker() {
    return world.planted.member(Planted.HARBOR, Role.WORKER);
  }

  ConversationId conversation(String phone) {
    return world.conversation(phone);
  }

  WebViewer viewer(String language) {
    return viewer(language, true, world.now());
  }

  WebViewer viewer(String language, boolean previews, Instant now) {
    return new WebViewer(
        worker().id(),
        new WebPeople(world.planted.staff().members(Planted.HARBOR)),
        WebWords.of(language),
        ZoneOffset.UTC,
        now,
        previews);
  }
}
