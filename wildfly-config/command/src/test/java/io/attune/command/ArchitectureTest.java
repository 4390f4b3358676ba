package io.attune.command;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * The parts of the command do not need each other in a circle. The package over them is left out: it names them all, and holds what
 * all speak to the person at the terminal with.
 */
@AnalyzeClasses(packages = "io.attune.command", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule PARTS_HAVE_NO_CYCLES = slices().matching("io.attune.command.(*)..")
            .should()
            .beFreeOfCycles()
            .because(
                    "a cycle of packages cannot be understood or changed in part; move what both need into the lower one");
}
