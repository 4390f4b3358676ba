package io.attune.jmx;

import io.attune.status.Definitions;

/** Re-reads definitions. */
record DefinitionsBean(Definitions definitions) implements DefinitionsView {
    @Override
    public int getRouteFiles() {
        return definitions.report().routeFiles();
    }

    @Override
    public String[] getProblems() {
        return definitions.report().problems().toArray(String[]::new);
    }

    @Override
    public String[] reload() {
        return definitions.reload().problems().toArray(String[]::new);
    }
}
