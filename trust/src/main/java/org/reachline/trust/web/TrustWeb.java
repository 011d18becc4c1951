package org.reachline.trust.web;

import java.time.Clock;
import org.reachline.trust.keys.Purpose;
import org.reachline.trust.keys.Sealing;
import org.reachline.trust.staff.StaffDirectory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Import;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.reactive.result.view.ViewResolver;

/**
 * Everything a service with staff pages imports: {@link Trust}, sessions, sign-in, CSRF, headers,
 * answers. The service supplies {@link HeldPurposes} and {@link PublicPaths}. Start reading at
 * {@link SessionFilter}.
 */
@Configuration(proxyBeanMethods = false)
@Import(Trust.class)
public class TrustWeb {

  @Bean
  static ConfigurationRule pagesRule() {
    return ConfigurationCheck.over(RawTrust::mistakesOfPages);
  }

  @Bean
  Sessions sessions(
      Sealing sealing,
      StaffDirectory staff,
      Revocations revocations,
      TrustProperties properties,
      HeldPurposes held) {
    if (!held.purposes().contains(Purpose.SESSION)) {
      throw new IllegalStateException("a service with pages holds Purpose.SESSION");
    }
    return new Sessions(sealing, staff, revocations, properties.secureCookies());
  }

  @Bean
  @Fallback
  Revocations revocations() {
    return new Revocations();
  }

  @Bean
  Doors doors(PublicPaths open) {
    return new Doors(open);
  }

  @Bean
  SessionFilter sessionFilter(Doors doors, Sessions sessions, Clock clock) {
    return new SessionFilter(doors, sessions, clock);
  }

  @Bean
  VisitorForms visitorForms(TrustProperties properties) {
    return new VisitorForms(properties.secureCookies());
  }

  @Bean
  CsrfFilter csrfFilter(Doors doors, VisitorForms visitors) {
    return new CsrfFilter(doors, visitors);
  }

  /** The name is the one WebFlux looks for. */
  @Bean
  Languages localeContextResolver(TrustProperties properties) {
    return new Languages(properties);
  }

  @Bean
  BasicModel basicModel(TrustProperties properties, VisitorForms visitors) {
    return new BasicModel(properties, visitors);
  }

  @Bean
  Answers answers(
      BasicModel basics, ServerCodecConfigurer codecs, ObjectProvider<ViewResolver> views) {
    return new Answers(basics, codecs, views.orderedStream().toList());
  }

  @Bean
  SignInPages signInPages(
      StaffDirectory staff,
      Sessions sessions,
      BasicModel basics,
      TrustProperties properties,
      Clock clock) {
    return new SignInPages(staff, sessions, basics, properties, clock);
  }

  @Bean
  @Fallback
  CrisesNotTaken noCrisesKnown() {
    return _ -> 0;
  }

  @Bean
  @Fallback
  OnCallNow nobodyKnown() {
    return (_, _) -> OnCallNow.Duty.NOBODY;
  }

  @Bean
  Shells shells(TrustProperties properties, CrisesNotTaken crises, OnCallNow onCall, Clock clock) {
    return new Shells(properties, crises, onCall, clock);
  }

  @Bean
  Arguments arguments(Shells shells) {
    return new Arguments(shells);
  }

  @Bean
  Guard guard(Clock clock) {
    return new Guard(clock);
  }
}
