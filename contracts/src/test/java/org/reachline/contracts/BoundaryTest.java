package org.reachline.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/**
 * What the language between services may know: the JDK, two sets of annotations, and one parser in
 * one package.
 */
class BoundaryTest {
  private static final String[] LANGUAGE = {
    "java..",
    "org.jspecify.annotations..",
    "com.fasterxml.jackson.annotation..",
    "org.reachline.contracts.."
  };

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.reachline.contracts");

  @Test
  void eventsAndIdsKnowNoParser() {
    classes()
        .that()
        .resideOutsideOfPackage("org.reachline.contracts.wire..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(LANGUAGE)
        .check(CODE);
  }

  @Test
  void theWireKnowsJacksonAndNothingElse() {
    classes()
        .that()
        .resideInAPackage("org.reachline.contracts.wire..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            LANGUAGE[0],
            LANGUAGE[1],
            LANGUAGE[2],
            LANGUAGE[3],
            "tools.jackson.core..",
            "tools.jackson.databind..")
        .check(CODE);
  }

  @Test
  void eventsDoNotKnowWhatTravelsSealed() {
    classes()
        .that()
        .resideInAPackage("org.reachline.contracts.events..")
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackages(
            "org.reachline.contracts.personal..", "org.reachline.contracts.wire..")
        .check(CODE);
  }
}
