package org.reachline.notifier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import org.junit.jupiter.api.Test;

class PurityTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("org.reachline.notifier");

  @Test
  void theCoresKnowNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("..core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "reactor..",
            "org.slf4j..")
        .check(CODE);
  }

  @Test
  void theCoresReadNoClock() {
    noClasses()
        .that()
        .resideInAPackage("..core..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CODE);
  }

  @Test
  void theTwoHalvesDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("..dispatch..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..oncall..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("..oncall..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("..dispatch..")
        .check(CODE);
  }
}
