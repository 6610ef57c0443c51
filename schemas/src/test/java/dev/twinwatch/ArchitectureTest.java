package dev.twinwatch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.twinwatch", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.twinwatch.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contractsKnowNothingButAvro = classes()
            .that()
            .resideInAPackage("dev.twinwatch.contracts")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.twinwatch.contracts", "java..", "org.apache.avro..");

    @ArchTest
    static final ArchRule onlyTheSerdeKnowsKafka = noClasses()
            .that()
            .resideOutsideOfPackage("dev.twinwatch.serde")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule theRegistryKnowsNoContract = noClasses()
            .that()
            .resideInAPackage("dev.twinwatch.registry")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.twinwatch.contracts", "dev.twinwatch.serde");

    @ArchTest
    static final ArchRule confluentsClassesAreKnownByTheirNamesAlone =
            noClasses().should().dependOnClassesThat().resideInAPackage("io.confluent..");
}
