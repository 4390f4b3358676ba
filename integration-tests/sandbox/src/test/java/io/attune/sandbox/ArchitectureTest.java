package io.attune.sandbox;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The parts of the sandbox do not need each other in a circle. The package over them is left out: it starts them all, and holds what
 * they fail with.
 */
@AnalyzeClasses(packages = "io.attune.sandbox", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PARTS_HAVE_NO_CYCLES = slices().matching("io.attune.sandbox.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a cycle of packages cannot be understood or changed in part; move what both need into the lower one");
}
