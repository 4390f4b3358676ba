package io.attune.segment;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles rules against what the hub knows of people. Thread-safe. */
public final class RuleCompiler {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(20_000)
            .build();

    private final CelCompiler persons;
    private final CelCompiler events;
    private final CelRuntime runtime =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    public RuleCompiler(Vocabulary vocabulary) {
        RuleTypes types = new RuleTypes(vocabulary);
        this.persons = compiler(types, List.of("features", "scores", "profile"));
        this.events = compiler(types, List.of("features", "scores", "profile", "event"));
    }

    private static CelCompiler compiler(RuleTypes types, List<String> variables) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                .setTypeProvider(types)
                .setResultType(SimpleType.BOOL);
        variables.forEach(name -> builder.addVar(name, types.variable(name)));
        return builder.build();
    }

    /**
     * Compiles a rule about a person.
     *
     * @param file what errors name
     * @param text the text of the whole file, and {@code line} that of the rule's key in it, so that errors point there
     * @throws RuleException when it does not parse, uses an unknown name, or is not true or false
     */
    public Rule compile(String file, String text, int line, String rule) throws RuleException {
        return compile(persons, file, text, line, rule);
    }

    /** As {@link #compile}, about a person and an event that has just happened. */
    public Rule compileForEvent(String file, String text, int line, String rule) throws RuleException {
        return compile(events, file, text, line, rule);
    }

    private Rule compile(CelCompiler compiler, String file, String text, int line, String rule) throws RuleException {
        CelSource source = CelSource.newBuilder(RuleSource.placed(text, line, rule))
                .setDescription(file)
                .build();
        try {
            CelAbstractSyntaxTree checked =
                    compiler.check(compiler.parse(source).getAst()).getAst();
            return new Rule(runtime.createProgram(checked));
        } catch (CelValidationException e) {
            int first = e.getErrors().isEmpty()
                    ? line
                    : e.getErrors().get(0).getSourceLocation().getLine();
            throw new RuleException(first, describe(e));
        } catch (CelEvaluationException e) {
            throw new RuleException(line, file + ":" + line + ": " + e.getMessage());
        }
    }

    private static String describe(CelValidationException failure) {
        return failure.getErrors().stream()
                .map(issue -> describe(issue, failure.getSource()))
                .collect(Collectors.joining("\n"));
    }

    private static String describe(CelIssue issue, CelSource source) {
        return issue.toDisplayString(source);
    }
}
