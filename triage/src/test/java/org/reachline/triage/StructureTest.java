package org.reachline.triage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StructureTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.reachline.triage");

  @Test
  void onlyTheJdkAndJspecifyAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.jspecify..", "org.reachline.triage..")
        .check(CODE);
  }

  @Test
  void thereAreNoRegularExpressions() {
    noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.regex..").check(CODE);
    for (String method : new String[] {"matches", "replaceAll", "replaceFirst", "split"}) {
      noClasses().should().callMethodWhere(named(method)).check(CODE);
    }
  }

  @Test
  void onlyTheLoaderTouchesTheOutside() {
    noClasses()
        .that()
        .doNotHaveSimpleName("RulesLoader")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..", "java.util.logging..")
        .check(CODE);
  }

  @Test
  void nothingReadsAClock() {
    for (String method : new String[] {"nanoTime", "currentTimeMillis", "now"}) {
      noClasses().should().callMethodWhere(clock(method)).check(CODE);
    }
  }

  private static DescribedPredicate<JavaMethodCall> named(String method) {
    return describe(
        "String." + method,
        call ->
            call.getName().equals(method) && call.getTargetOwner().isEquivalentTo(String.class));
  }

  private static DescribedPredicate<JavaMethodCall> clock(String method) {
    return describe(
        method,
        call ->
            call.getName().equals(method)
                && !call.getTargetOwner().getPackageName().startsWith("org.reachline"));
  }
}
