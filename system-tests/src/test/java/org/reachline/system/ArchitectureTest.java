package org.reachline.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The boundaries of the code base. A rule that matches nothing fails, so a mistyped package is
 * caught.
 */
class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("org.reachline");

  private static final String[] SERVICES = {
    "org.reachline.gateway..",
    "org.reachline.cases..",
    "org.reachline.notifier..",
    "org.reachline.analytics.."
  };

  @Test
  void coreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAnyPackage("org.reachline..core..", "org.reachline.triage..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "reactor..",
            "java.net.http..")
        .check(CODE);
  }

  @Test
  void coreAsksNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage("org.reachline..core..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CODE);
  }

  @Test
  void servicesDoNotKnowEachOther() {
    for (String service : SERVICES) {
      for (String other : SERVICES) {
        if (!service.equals(other)) {
          noClasses()
              .that()
              .resideInAPackage(service)
              .should()
              .dependOnClassesThat()
              .resideInAPackage(other)
              .check(CODE);
        }
      }
    }
  }

  @Test
  void onlyStandaloneKnowsTheServices() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.reachline.contracts..",
            "org.reachline.trust..",
            "org.reachline.channels..",
            "org.reachline.triage..",
            "org.reachline.embedded..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .check(CODE);
  }

  @Test
  void contractsKnowNothingOfUs() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.contracts..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.reachline.trust..", "org.reachline.channels..", "org.reachline.triage..")
        .check(CODE);
  }

  @Test
  void aChannelIsPlainCode() {
    noClasses()
        .that()
        .resideInAnyPackage("org.reachline.channels.spi..", "org.reachline.channels.twilio..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..", "reactor..", "java.net.http..", "org.apache.kafka..")
        .check(CODE);
  }

  @Test
  void analyticsNeverMeetsPersonalTypes() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.analytics..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.reachline.contracts.personal.MessageText")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.reachline.contracts.personal.Address")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("org.reachline.contracts.personal.InboundContent")
        .check(CODE);
  }

  @Test
  void onlyTheStoreDoorTouchesTheDriversCollection() {
    noClasses()
        .that()
        .resideOutsideOfPackages("org.reachline.trust.store..", "org.reachline.embedded..")
        .should()
        .callMethodWhere(
            new DescribedPredicate<>("it is a method of the driver's collection") {
              @Override
              public boolean test(JavaMethodCall call) {
                return call.getTargetOwner()
                    .getFullName()
                    .equals("com.mongodb.client.MongoCollection");
              }
            })
        .check(CODE);
  }

  @Test
  void modulesAreFreeOfCycles() {
    slices().matching("org.reachline.(*)..").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields().should().beAnnotatedWith(Autowired.class).check(CODE);
  }

  @Test
  void everyTypeOfAChannelsBoundaryIsARecordAnInterfaceOrFinal() {
    classes()
        .that()
        .resideInAPackage("org.reachline.channels.spi..")
        .and()
        .areTopLevelClasses()
        .and()
        .areNotInterfaces()
        .and()
        .areNotEnums()
        .should()
        .haveModifier(JavaModifier.FINAL)
        .check(CODE);
  }
}
