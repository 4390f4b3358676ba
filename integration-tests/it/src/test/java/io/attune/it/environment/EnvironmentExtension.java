package io.attune.it.environment;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives every test class the same environment, since starting one takes half a minute. It is started by the first test
 * that asks and closed after the last. A test leaves it running as it found it.
 */
public final class EnvironmentExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(EnvironmentExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Environment.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Environment.class, type -> Environment.start(), Environment.class);
    }
}
