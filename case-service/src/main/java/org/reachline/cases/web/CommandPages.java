package org.reachline.cases.web;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.reachline.cases.core.CaseFile;
import org.reachline.cases.core.Command;
import org.reachline.cases.core.Refusal;
import org.reachline.cases.core.Verdict;
import org.reachline.cases.view.NoticeView;
import org.reachline.cases.view.ThreadView.Draft;
import org.reachline.contracts.CaseId;
import org.reachline.contracts.CommandId;
import org.reachline.contracts.ConversationId;
import org.reachline.contracts.Id;
import org.reachline.contracts.StaffId;
import org.reachline.contracts.personal.MessageText;
import org.reachline.trust.Act;
import org.reachline.trust.Scope;
import org.reachline.trust.web.Guard;
import org.reachline.trust.web.Pages;
import org.reachline.trust.web.Shell;
import org.reachline.trust.web.SignedIn;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The forms of a case. What was done leads back to the page; what was refused shows the page with
 * the reason and everything that was typed.
 */
@Pages
final class CommandPages {
  private final WebDoor door;
  private final WebThread threads;
  private final WebCommands commands;

  CommandPages(WebDoor door, WebThread threads, WebCommands commands) {
    this.door = door;
    this.threads = threads;
    this.commands = commands;
  }

  /** The box. A field that is not there is empty. */
  record ReplyForm(
      String text, String conversationId, String seenSeq, String sendId, String address) {
    ReplyForm {
      text = text == null ? "" : text;
      conversationId = conversationId == null ? "" : conversationId;
      seenSeq = seenSeq == null ? "" : seenSeq;
      sendId = sendId == null ? "" : sendId;
      address = address == null ? "" : address;
    }

    Set<ConversationId> to() {
      return Stream.of(conversationId)
          .filter(Id::isValid)
          .map(ConversationId::new)
          .collect(Collectors.toSet());
    }

    /** What is put back into the box. */
    Draft draft() {
      String id = WebCommands.isKey(sendId) ? sendId : WebThread.fresh().sendId();
      return new Draft(to(), new MessageText(text), id);
    }

    @Override
    public String toString() {
      return "ReplyForm";
    }
  }

  /** Who is to have the case. */
  record AssignForm(String worker, String version) {
    AssignForm {
      worker = worker == null ? "" : worker;
      version = version == null ? "" : version;
    }
  }

  /** How it ended. */
  record CloseForm(String reason, String outcome, String seenSeq, String version) {
    CloseForm {
      reason = reason == null ? "" : reason;
      outcome = outcome == null ? "" : outcome;
      seenSeq = seenSeq == null ? "" : seenSeq;
      version = version == null ? "" : version;
    }
  }

  /** A command under way: on which case, whose, seen in which frame. */
  private record Desk(Scope scope, SignedIn who, Shell shell, CaseFile file) {
    StaffId me() {
      return who.member().id();
    }
  }

  @PostMapping("/c/{id}/reply")
  Rendering reply(
      @PathVariable CaseId id,
      @ModelAttribute ReplyForm form,
      Scope scope,
      SignedIn who,
      Shell shell) {
    Desk desk = new Desk(scope, who, shell, door.open(scope, id, Act.REPLY));
    form.to().forEach(to -> Guard.own(scope, to));
    if (form.to().isEmpty() || !WebCommands.isKey(form.sendId())) {
      return again(desk, form.draft(), NoticeView.expired(), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    CommandId command = commands.id(desk.me(), id, "reply", form.sendId());
    Verdict verdict = reply(desk, form, form.to().iterator().next(), command);
    return answer(desk, form.draft(), verdict, "?sent=" + form.sendId());
  }

  /** The last word came from another address: they must say that they mean this one. */
  private Verdict reply(Desk desk, ReplyForm form, ConversationId to, CommandId command) {
    CaseFile file = desk.file();
    boolean sure = form.address().equals(to.value());
    if (!sure && !file.did(command) && WebCommands.wroteElsewhere(file, to)) {
      return new Verdict.Refused(Refusal.NEWER, file);
    }
    return commands.reply(
        desk.scope(),
        file,
        command,
        desk.me(),
        to,
        new MessageText(form.text()),
        number(form.seenSeq()));
  }

  @PostMapping("/c/{id}/assign")
  Rendering assign(
      @PathVariable CaseId id,
      @ModelAttribute AssignForm form,
      Scope scope,
      SignedIn who,
      Shell shell) {
    Desk desk = new Desk(scope, who, shell, door.open(scope, id, Act.ASSIGN));
    long version = number(form.version());
    String key = version + "/" + form.worker();
    CommandId command = commands.id(desk.me(), id, "assign", key);
    Verdict verdict =
        commands.assign(scope, desk.file(), command, desk.me(), form.worker(), version);
    return answer(desk, WebThread.fresh(), verdict, "?done=assigned");
  }

  @PostMapping("/c/{id}/close")
  Rendering close(
      @PathVariable CaseId id,
      @ModelAttribute CloseForm form,
      Scope scope,
      SignedIn who,
      Shell shell) {
    Desk desk = new Desk(scope, who, shell, door.open(scope, id, Act.CLOSE_CASE));
    long version = number(form.version());
    Command.Close command =
        new Command.Close(
            commands.id(desk.me(), id, "close", Long.toString(version)),
            desk.me(),
            form.reason(),
            form.outcome(),
            number(form.seenSeq()),
            version);
    Verdict verdict = commands.close(scope, desk.file(), command);
    return answer(desk, WebThread.fresh(), verdict, "?done=closed");
  }

  private Rendering answer(Desk desk, Draft draft, Verdict verdict, String done) {
    return switch (verdict) {
      case Verdict.Do _, Verdict.Already _ ->
          Rendering.redirectTo("/c/" + desk.file().id() + done)
              .status(HttpStatus.SEE_OTHER)
              .build();
      case Verdict.Refused(var why, var now) ->
          again(
              new Desk(desk.scope(), desk.who(), desk.shell(), now),
              draft,
              NoticeView.of(why),
              status(why));
    };
  }

  /** The page has two ways to say no: there is something wrong with the form, or with its time. */
  private static HttpStatus status(Refusal why) {
    return why.status() == HttpStatus.UNPROCESSABLE_CONTENT.value()
        ? HttpStatus.UNPROCESSABLE_CONTENT
        : HttpStatus.CONFLICT;
  }

  private Rendering again(Desk desk, Draft draft, NoticeView notice, HttpStatus status) {
    return threads
        .show("thread", desk.scope(), desk.who(), desk.shell(), desk.file(), draft, Long.MAX_VALUE)
        .modelAttribute("notice", notice)
        .status(status)
        .build();
  }

  private static long number(String field) {
    return field.matches("[0-9]{1,18}") ? Long.parseLong(field) : -1;
  }
}
