package org.reachline.cases;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.trust.testing.HandlersAsk;

class BoundaryTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.reachline.cases");

  @Test
  void coreKnowsNoFrameworkAndNoClock() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.cases.core..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "org.bson..",
            "reactor..",
            "io.micrometer..")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(CODE);
  }

  @Test
  void everyHandlerAsksAccess() {
    HandlersAsk.check(CODE, Set.of());
  }
}
