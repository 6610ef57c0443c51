package dev.twinwatch.stream;

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
            slices().matching("dev.twinwatch.stream.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTopologyAndAppKnowKafkaStreams = noClasses()
            .that()
            .resideOutsideOfPackages("dev.twinwatch.stream.topology..", "dev.twinwatch.stream.app..")
            // It knows the names of properties and nothing else.
            .and()
            .doNotHaveFullyQualifiedName("dev.twinwatch.stream.settings.KafkaKeys")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule theEngineKnowsNoKafka = noClasses()
            .that()
            .resideInAPackage("dev.twinwatch.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyTheApiKnowsItsServer = noClasses()
            .that()
            .resideOutsideOfPackage("dev.twinwatch.stream.api..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.javalin..");
}
