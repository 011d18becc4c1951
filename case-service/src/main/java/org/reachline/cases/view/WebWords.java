package org.reachline.cases.view;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The words of this service that are values in a page, not part of it; in the page's language. */
public record WebWords(Locale locale) {
  private static final ResourceBundleMessageSource BUNDLE = bundle();

  /** English for every language but Spanish. */
  public static WebWords of(String language) {
    return new WebWords(language.equals("es") ? Locale.of("es") : Locale.ENGLISH);
  }

  String newPerson() {
    return word("person.new");
  }

  String you() {
    return word("you");
  }

  String changed() {
    return word("message.changed");
  }

  String deleted() {
    return word("message.deleted");
  }

  private String word(String key) {
    return BUNDLE.getMessage(key, null, locale);
  }

  private static ResourceBundleMessageSource bundle() {
    ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    source.setBasename("org/reachline/cases/words");
    source.setDefaultEncoding("UTF-8");
    source.setFallbackToSystemLocale(false);
    return source;
  }
}
