package org.reachline.analytics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;
import org.reachline.contracts.Sealed;
import org.reachline.trust.keys.KeyedIds;
import org.reachline.trust.keys.Sealing;

/** What no class of this service may know. */
class ArchitectureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.reachline.analytics");

  @Test
  void nothingHereTouchesWhatIsPersonal() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.reachline.contracts.personal..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Sealed.class, Sealing.class, KeyedIds.class)
        .check(CODE);
  }

  @Test
  void coreKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.analytics.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "reactor..",
            "io.micrometer..",
            "org.reachline.trust..")
        .check(CODE);
  }

  @Test
  void streamsKnowNothingOfWhatBecomesOfTheCells() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.analytics")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.reachline.analytics.insights..")
        .check(CODE);
  }
}
