package org.reachline.cases.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reachline.cases.CommandFlow;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Entry;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.view.ThreadView;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Id;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Scope;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.reachline.trust.web.Guard;

/** What forms and scripts ask for, made into commands: one key, one command, whoever sends it. */
public final class WebCommands {
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");
  private final CommandFlow flow;
  private final KeyedIds ids;
  private final StaffDirectory staff;

  WebCommands(CommandFlow flow, KeyedIds ids, StaffDirectory staff) {
    this.flow = flow;
    this.ids = ids;
    this.staff = staff;
  }

  /** Whether a text can be an idempotency key. */
  static boolean isKey(String key) {
    return KEY.matcher(key).matches();
  }

  /** The command a person's key stands for, on one case. */
  CommandId id(StaffId by, CaseId file, String kind, String key) {
    return ids.command(by, kind + "/" + file + "/" + key);
  }

  Verdict reply(
      Scope scope,
      CaseFile file,
      CommandId id,
      StaffId by,
      ConversationId to,
      MessageText text,
      long seenSeq) {
    return execute(scope, file, new Command.Reply(id, by, to, text, seenSeq));
  }

  Verdict assign(
      Scope scope, CaseFile file, CommandId id, StaffId by, String worker, long expectedSeq) {
    List<StaffId> colleague = colleague(scope, worker);
    return colleague.isEmpty()
        ? new Verdict.Refused(Refusal.UNKNOWN_WORKER, file)
        : execute(scope, file, new Command.Assign(id, by, colleague.getFirst(), expectedSeq));
  }

  Verdict close(Scope scope, CaseFile file, Command.Close command) {
    return execute(scope, file, command);
  }

  private Verdict execute(Scope scope, CaseFile file, Command command) {
    return Guard.found(flow.execute(scope, file.id(), command));
  }

  private List<StaffId> colleague(Scope scope, String worker) {
    return Stream.of(worker)
        .filter(Id::isValid)
        .map(StaffId::new)
        .filter(id -> id.agency().equals(scope.agency()))
        .filter(id -> worksOnCases(staff.member(id)))
        .toList();
  }

  private static boolean worksOnCases(@Nullable Member member) {
    return member != null && ThreadView.worksOnCases(member);
  }

  /** Whether the client wrote last from another address than this. */
  public static boolean wroteElsewhere(CaseFile file, ConversationId to) {
    return file.log().tail().reversed().stream()
        .map(Entry::body)
        .filter(Entry.Received.class::isInstance)
        .map(Entry.Received.class::cast)
        .findFirst()
        .filter(last -> !last.conversationId().equals(to))
        .isPresent();
  }
}
