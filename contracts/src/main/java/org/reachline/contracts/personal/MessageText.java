package org.reachline.contracts.personal;

/** The words of a message, exactly as they arrived or as they are to be sent. */
public final class MessageText extends Personal {
  public MessageText(String value) {
    super(value);
  }
}
