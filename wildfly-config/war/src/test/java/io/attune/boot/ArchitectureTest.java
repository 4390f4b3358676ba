package io.attune.boot;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every package of the application can be understood by those below it. */
@AnalyzeClasses(
        packages = "io.attune",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.WithoutTestsOfOthers.class})
class ArchitectureTest {
    /** The tests of the domain come in a jar, which is not told from any other by where it lies. */
    static final class WithoutTestsOfOthers implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.attune.(**)")
            .should()
            .beFreeOfCycles()
            .because(
                    "a cycle of packages cannot be understood or changed in part; move what both need into the lower one");
}
