package org.reachline.contracts.personal;

/** Where a provider keeps a picture or recording. */
public final class MediaAddress extends Personal {
  public MediaAddress(String value) {
    super(value);
  }
}
