package io.attune.rule;

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

/** Compiles expressions that are true or false, over variables of known types. Thread-safe. */
public final class ConditionCompiler {

    private static final CelOptions OPTIONS = CelOptions.current()
            .enableHeterogeneousNumericComparisons(true)
            .maxExpressionCodePointSize(20_000)
            .build();

    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelCompiler compiler;

    /**
     * A compiler.
     *
     * @param variables which of the types an expression may name
     */
    public ConditionCompiler(StructTypes types, List<String> variables) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.HAS, CelStandardMacro.EXISTS, CelStandardMacro.ALL)
                .setTypeProvider(types)
                .setResultType(SimpleType.BOOL);
        variables.forEach(name -> builder.addVar(name, types.variable(name)));
        this.compiler = builder.build();
    }

    /**
     * Compiles an expression.
     *
     * @param file what errors name
     * @param text the text of the whole file, and {@code line} that of the expression's key in it, so that errors point there
     * @throws RuleException when it does not parse, uses an unknown name, or is not true or false
     */
    public CelRuntime.Program compile(String file, String text, int line, String expression) throws RuleException {
        CelSource source = CelSource.newBuilder(RuleSource.placed(text, line, expression))
                .setDescription(file)
                .build();
        try {
            CelAbstractSyntaxTree checked =
                    compiler.check(compiler.parse(source).getAst()).getAst();
            return RUNTIME.createProgram(checked);
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
