package dev.twinwatch.bench.quality;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.twinwatch.bench", importOptions = DoNotIncludeTests.class)
final class QualityArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.twinwatch.bench.quality.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule dataSetsKnowNothingOfEachOther = slices().matching(
                    "dev.twinwatch.bench.quality.(commands|typing|cards)..")
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule qualityNeedsNoBroker = noClasses()
            .that()
            .resideInAPackage("dev.twinwatch.bench.quality..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "dev.twinwatch.stream..");
}
