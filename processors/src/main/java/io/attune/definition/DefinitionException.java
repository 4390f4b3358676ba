package io.attune.definition;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.util.List;
import java.util.stream.Collectors;

/** Definition files with mistakes; none of them was taken over. */
public final class DefinitionException extends AttuneException {
    private static final long serialVersionUID = 1;

    private final transient List<DefinitionProblem> problems;

    public DefinitionException(List<DefinitionProblem> problems) {
        super(
                "DEFINITION_INVALID",
                ErrorCategory.USER,
                problems.stream().map(DefinitionProblem::describe).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every mistake that was found, in the order of the lines. */
    public List<DefinitionProblem> problems() {
        return problems;
    }
}
