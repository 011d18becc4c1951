package org.reachline.trust;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.mongodb.client.MongoCollection;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.reachline.trust.store.AgencyCollection;
import org.reachline.trust.testing.HandlersAsk;
import org.reachline.trust.topics.TopicReader;

class BoundaryTest {
  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.reachline.trust");

  @Test
  void onlyTheDoorToTheStoreTouchesTheDriversCollection() {
    noClasses()
        .that()
        .resideOutsideOfPackage(AgencyCollection.class.getPackageName())
        .should()
        .dependOnClassesThat(equivalentTo(MongoCollection.class))
        .check(CODE);
  }

  @Test
  void everyMethodOfTheAgencyCollectionTakesAScopeFirst() {
    methods()
        .that()
        .areDeclaredIn(AgencyCollection.class)
        .and()
        .arePublic()
        .should(
            new ArchCondition<>("take a scope first") {
              @Override
              public void check(JavaMethod method, ConditionEvents events) {
                var types = method.getRawParameterTypes();
                boolean scoped = !types.isEmpty() && types.getFirst().isEquivalentTo(Scope.class);
                events.add(new SimpleConditionEvent(method, scoped, method.getFullName()));
              }
            })
        .check(CODE);
  }

  @Test
  void onlyTheSessionFilterMakesTheScopeOfASession() {
    onlyCallerOf("ofSession", "org.reachline.trust.web.SessionFilter");
  }

  @Test
  void onlyTheTopicReaderMakesTheScopeOfAnEvent() {
    onlyCallerOf("ofEvent", TopicReader.class.getName());
  }

  @Test
  void nothingHereMakesAnyOtherScope() {
    for (String factory : new String[] {"ofLine", "ofPage", "ofSweep"}) {
      noClasses()
          .should()
          .callMethodWhere(target(owner(equivalentTo(Scope.class))).and(target(name(factory))))
          .check(CODE);
    }
  }

  @Test
  void thePurePartKnowsNoFramework() {
    noClasses()
        .that()
        .resideInAPackage("org.reachline.trust")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework..",
            "org.apache.kafka..",
            "com.mongodb..",
            "reactor..",
            "com.google.crypto..")
        .check(CODE);
  }

  @Test
  void onlyTheSealingWritesPersonalTypes() {
    classes()
        .that()
        .haveFullyQualifiedName("org.reachline.trust.keys.PersonalJson")
        .should()
        .onlyBeAccessed()
        .byClassesThat()
        .haveNameMatching("org\\.reachline\\.trust\\.keys\\.(PersonalJson.*|Sealing)")
        .check(CODE);
  }

  @Test
  void onlySigningInAndOutShowsNothingAndAsksNobody() {
    HandlersAsk.check(
        CODE, Set.of("SignInPages.page", "SignInPages.signIn", "SignInPages.signOut"));
  }

  private static void onlyCallerOf(String factory, String caller) {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName(caller)
        .should()
        .callMethodWhere(target(owner(equivalentTo(Scope.class))).and(target(name(factory))))
        .check(CODE);
  }
}
