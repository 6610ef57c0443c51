package dev.twinwatch.engine;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packages = "dev.twinwatch.engine", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.twinwatch.engine.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theEngineKnowsNoOtherEngine = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..", "org.apache.avro..", "org.deeplearning4j..", "org.nd4j..", "org.rocksdb..");

    @ArchTest
    static final ArchRule theEngineKnowsNeitherRegistryNorSerde = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.twinwatch.registry..", "dev.twinwatch.serde..");

    @ArchTest
    static final ArchRule onlyControlKnowsContracts = noClasses()
            .that()
            .resideOutsideOfPackage("..engine.control")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.twinwatch.contracts..");

    @ArchTest
    static final ArchRule onlyBundleAndWatchReadFiles = noClasses()
            .that()
            .resideOutsideOfPackages("..bundle", "..watch")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.nio.channels..")
            .orShould()
            .dependOnClassesThat(describe("read or write files", ArchitectureTest::isOfFiles));

    @ArchTest
    static final ArchRule nobodyAsksTheClock = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class)
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule nobodyThrowsDice = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|concurrent\\.ThreadLocalRandom|random\\..*)")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule aFunctionLivesOnTheTypeItSpeaksOf =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Common|Impl)");

    private static boolean isOfFiles(JavaClass type) {
        return type.getPackageName().equals("java.io") && type.getSimpleName().matches("(Random)?(Access)?File.*");
    }
}
