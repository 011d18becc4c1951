package org.reachline.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The records of the contract in README.md, with invented people; services write their own. */
final class Models {

  static final Instant NOW = Instant.parse("2026-11-23T22:05:00Z");
  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private Models() {}

  record Shell(
      String agencyName,
      String staffName,
      String staffInitials,
      Set<String> roles,
      String onCallName,
      String onCallUntil,
      int crisesNotTaken,
      String lang,
      ZoneId zone,
      Instant now,
      String path,
      String csrfToken,
      String live) {}

  record Notice(String kind, String key, List<String> args) {}

  record View(String key, String href, int count) {}

  record Group(String key, List<Row> rows) {}

  record Row(
      String caseId,
      String href,
      String severity,
      String name,
      String channel,
      String lastTwo,
      String language,
      String preview,
      String previewKey,
      String safeKey,
      String reasonKey,
      List<String> reasonArgs,
      String worker,
      String workerInitials,
      boolean mine,
      boolean unread,
      Instant waitSince,
      String crisisId,
      long version) {}

  record Case(
      String id,
      String label,
      String programme,
      long version,
      String state,
      String worker,
      Instant openedAt) {}

  record Client(String name, String initials, String channel, String lastTwo, String language) {}

  record Part(String meaning, String noteKey) {}

  record Found(int n, String quote, String lang, List<Part> parts) {}

  record Before(String href, String at) {}

  record Why(
      List<Found> reasons,
      List<String> context,
      List<Before> readWith,
      List<Found> lowered,
      List<String> held,
      String rulesVersion) {}

  record Reading(String level, List<String> categories, String reason, boolean card, Why why) {}

  record Crisis(
      String id,
      String severity,
      String category,
      List<String> also,
      String status,
      String takenBy,
      String pageCode,
      Instant raisedAt,
      Instant takenAt,
      boolean mine,
      int step,
      int steps,
      Set<String> actions,
      Why why) {}

  record Segment(String text, int mark) {}

  record Entry(
      String id,
      String kind,
      String lang,
      String author,
      String channel,
      String lastTwo,
      String delivery,
      String eventKey,
      List<String> eventArgs,
      Instant at,
      List<Segment> segments,
      String translation,
      Reading reading,
      Label label) {}

  record Label(
      String message,
      boolean flagged,
      boolean worst,
      String state,
      String by,
      String category,
      Instant at) {}

  record Review(String caseId, String href, String message, String lang, String text, Instant at) {}

  record Last(String caseId, String message, String state) {}

  record Composer(
      String conversationId,
      String name,
      String channel,
      String lastTwo,
      String language,
      String sendId,
      String text,
      String closedKey,
      List<String> closedArgs,
      String otherLabel,
      long seenSeq) {}

  record Safe(
      String call,
      String text,
      String voicemail,
      String hours,
      boolean shared,
      boolean codeWord,
      Instant checkedAt) {}

  record Consent(String purpose, String channel, String state, Instant since) {}

  record Option(String id, String label, boolean current) {}

  record Paging(int step, String who, String state, Instant at) {}

  record Mine(
      String href,
      String name,
      String severity,
      String preview,
      Instant waitSince,
      boolean current) {}

  record Page(
      String code,
      String crisisId,
      String severity,
      String category,
      List<String> also,
      String language,
      String orderKey,
      String nextName,
      boolean nextIsYou,
      int round,
      String state,
      String takenBy,
      String readHref,
      String safeKey,
      boolean mine,
      Instant openedAt,
      Instant nextAt,
      Instant takenAt,
      Instant againAt) {}

  record Attempt(int step, String who, String method, String state, Instant at) {}

  record Escalation(
      String crisisId,
      String code,
      String severity,
      String category,
      List<String> also,
      String language,
      String safeKey,
      String pageHref,
      String caseHref,
      String takenBy,
      String nextName,
      Instant openedAt,
      Instant takenAt,
      Instant nextAt,
      int step,
      int steps,
      List<Attempt> attempts) {}

  record Duty(String name, String initials, String duty, String until, String ready) {}

  record Tile(
      String key,
      String value,
      String unit,
      String findingKey,
      List<String> findingArgs,
      String kind,
      String state,
      String spark,
      Instant asOf,
      int count,
      int hidden,
      boolean alarm,
      List<String> columns,
      List<List<String>> rows) {}

  record Ack(String code, String action, String state, String takenBy) {}
}
