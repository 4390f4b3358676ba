package io.attune.trainer;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every package of the trainer can be understood by those below it. */
@AnalyzeClasses(packages = "io.attune.trainer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching("io.attune.(**)")
            .should()
            .beFreeOfCycles()
            .because(
                    "a cycle of packages cannot be understood or changed in part; move what both need into the lower one");
}
