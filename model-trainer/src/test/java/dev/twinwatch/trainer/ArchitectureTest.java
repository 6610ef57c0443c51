package dev.twinwatch.trainer;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.twinwatch.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.twinwatch.trainer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTrainingKnowsDl4j = noClasses()
            .that()
            .resideOutsideOfPackage("dev.twinwatch.trainer.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule trainingKnowsNoSource = noClasses()
            .that()
            .resideInAPackage("dev.twinwatch.trainer.training..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.twinwatch.trainer.source..", "org.apache.kafka..", "org.apache.avro..");

    private ArchitectureTest() {}
}
