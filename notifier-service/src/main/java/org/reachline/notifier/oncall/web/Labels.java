package org.reachline.notifier.oncall.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.reachline.contracts.StaffId;
import org.reachline.notifier.oncall.core.Policy.Duty;
import org.reachline.trust.staff.Member;
import org.reachline.trust.staff.StaffDirectory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What people are called: a duty on the page that lies in a hand at night, a name on the board. */
@Component
final class Labels {
  private final MessageSource words;
  private final StaffDirectory staff;

  Labels(MessageSource words, StaffDirectory staff) {
    this.words = words;
    this.staff = staff;
  }

  /** Such as "Backup 1"; empty for somebody without a duty. */
  String duty(Duty duty, String language) {
    String word = words.getMessage("duty." + code(duty), null, "", Locale.forLanguageTag(language));
    String label = word == null ? "" : word;
    return duty.number() > 0 ? label + " " + duty.number() : label;
  }

  static String code(Duty duty) {
    return duty.code().equals("first") ? "primary" : duty.code();
  }

  /** First name and initial, for signed-in colleagues. */
  String name(StaffId id) {
    @Nullable Member member = staff.member(id);
    if (member == null) {
      return "";
    }
    String[] parts = member.name().reveal().strip().split("\\s+", -1);
    String last = parts[parts.length - 1];
    return parts.length == 1 ? parts[0] : parts[0] + " " + last.substring(0, 1) + ".";
  }
}
