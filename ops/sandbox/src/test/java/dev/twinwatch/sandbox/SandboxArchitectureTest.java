package dev.twinwatch.sandbox;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.twinwatch.sandbox", importOptions = DoNotIncludeTests.class)
class SandboxArchitectureTest {
    @ArchTest
    static final ArchRule partsHaveNoCycles =
            slices().matching("dev.twinwatch.sandbox.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule insideTheRegistryAreNoCycles =
            slices().matching("dev.twinwatch.sandbox.registry.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule simulatorKnowsNeitherKafkaNorJavalin = noClasses()
            .that()
            .resideInAPackage("..sandbox.simulator..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..", "io.javalin..");

    @ArchTest
    static final ArchRule onlyTheBrokerKnowsKafka = noClasses()
            .that()
            .resideInAnyPackage("..sandbox.registry..", "..sandbox.startup..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "kafka..");

    @ArchTest
    static final ArchRule onlyHttpAndTheRegistryItselfKnowJavalin = noClasses()
            .that()
            .resideInAnyPackage(
                    "..registry.store..", "..registry.catalog..", "..registry.compatibility..", "..broker..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");
}
