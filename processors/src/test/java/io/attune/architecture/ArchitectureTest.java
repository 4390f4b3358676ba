package io.attune.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;

/** The arrows of the design. A failure says which import goes upwards; the fix is to move what is needed below, or to pass it in. */
@AnalyzeClasses(packages = "io.attune", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] FOUNDATION = {
        "io.attune.error..",
        "io.attune.configuration..",
        "io.attune.crypto..",
        "io.attune.database..",
        "io.attune.definition..",
        "io.attune.rule.."
    };

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.attune.(**)")
            .should()
            .beFreeOfCycles()
            .because(
                    "a cycle of packages cannot be understood or changed in part; move what both need into the lower one");

    @ArchTest
    static final ArchRule ERRORS_IMPORT_NONE_OF_OURS = importsOnly("io.attune.error..");

    @ArchTest
    static final ArchRule CRYPTO_STANDS_ON_ERRORS = importsOnly("io.attune.crypto..", "io.attune.error..");

    @ArchTest
    static final ArchRule CONFIGURATION_STANDS_ON_ERRORS =
            importsOnly("io.attune.configuration..", "io.attune.error..");

    @ArchTest
    static final ArchRule DATABASE_STANDS_ON_ERRORS = importsOnly("io.attune.database..", "io.attune.error..");

    @ArchTest
    static final ArchRule RECORDS_IMPORT_NONE_OF_THE_DOMAIN = importsOnly("io.attune.record..", FOUNDATION);

    @ArchTest
    static final ArchRule PROFILES_IMPORT_NONE_OF_THE_DOMAIN = importsOnly("io.attune.profile..", FOUNDATION);

    @ArchTest
    static final ArchRule IDENTITY_IMPORTS_RECORDS_AND_PROFILES =
            importsOnly("io.attune.identity..", and(FOUNDATION, "io.attune.record..", "io.attune.profile.."));

    @ArchTest
    static final ArchRule FEATURES_IMPORT_PROFILES_AND_LIFETIMES =
            importsOnly("io.attune.feature..", and(FOUNDATION, "io.attune.profile..", "io.attune.lifetime.."));

    @ArchTest
    static final ArchRule LOOKUPS_IMPORT_WHAT_THEY_LOOK_UP = importsOnly(
            "io.attune.lookup..",
            and(
                    FOUNDATION,
                    "io.attune.feature..",
                    "io.attune.identity..",
                    "io.attune.memory..",
                    "io.attune.profile..",
                    "io.attune.record.."));

    @ArchTest
    static final ArchRule CONTENT_IMPORTS_PROFILES_AND_MODELS = importsOnly(
            "io.attune.content..",
            and(FOUNDATION, "io.attune.profile..", "io.attune.recommendation..", "io.attune.registry.."));

    @ArchTest
    static final ArchRule SEGMENTS_IMPORT_FEATURES_AND_PROFILES =
            importsOnly("io.attune.segment..", and(FOUNDATION, "io.attune.feature..", "io.attune.profile.."));

    @ArchTest
    static final ArchRule CONSENT_IMPORTS_PROFILES =
            importsOnly("io.attune.consent..", and(FOUNDATION, "io.attune.profile.."));

    @ArchTest
    static final ArchRule DELIVERIES_IMPORT_CONSENT_AND_PROFILES =
            importsOnly("io.attune.delivery..", and(FOUNDATION, "io.attune.consent..", "io.attune.profile.."));

    @ArchTest
    static final ArchRule FEEDBACK_IMPORTS_RECORDS_AND_DELIVERIES = importsOnly(
            "io.attune.feedback..",
            and(FOUNDATION, "io.attune.record..", "io.attune.delivery..", "io.attune.consent.."));

    @ArchTest
    static final ArchRule ONLY_THE_HUB_KNOWS_EVERYTHING = noClasses()
            .that()
            .resideOutsideOfPackage("io.attune.hub..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.attune.hub..")
            .because("the composition root is where parts meet; a part is given what it needs by its constructor");

    @ArchTest
    static final ArchRule THE_DOMAIN_KNOWS_NO_SERVER = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta.enterprise..", "jakarta.ws.rs..", "jakarta.transaction..", "org.wildfly..", "org.jboss..")
            .because(
                    "the domain runs in tests and benchmarks without a server; pass what the server offers in from wildfly-config");

    @ArchTest
    static final ArchRule STAGES_DO_NOT_KNOW_CAMEL = noClasses()
            .that()
            .resideInAnyPackage(
                    "io.attune.record..",
                    "io.attune.profile..",
                    "io.attune.identity..",
                    "io.attune.feature..",
                    "io.attune.score..",
                    "io.attune.segment..",
                    "io.attune.campaign..",
                    "io.attune.content..",
                    "io.attune.consent..",
                    "io.attune.reject..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.camel..")
            .because(
                    "the domain knows Camel only through thin beans: put the exchange into io.attune.pipeline or ingest");

    private static ArchRule importsOnly(String from, String... allowed) {
        String[] all = and(allowed, from);
        return classes()
                .that()
                .resideInAPackage(from)
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.or(
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(all),
                        com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage("io.attune..")))
                .as(from + " imports, of ours, only " + String.join(", ", all))
                .because(
                        "imports run downwards only (the packages of the design): move what is needed into a package below, or"
                                + " let io.attune.pipeline or io.attune.hub pass it in");
    }

    private static String[] and(String[] some, String... more) {
        String[] all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
