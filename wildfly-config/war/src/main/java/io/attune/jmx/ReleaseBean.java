package io.attune.jmx;

import io.attune.release.Releases;
import java.util.TreeMap;

/** What this node and its peers run. */
record ReleaseBean(Releases releases) implements ReleaseView {
    @Override
    public String getHash() {
        return releases.current();
    }

    @Override
    public String[] getNodes() {
        return new TreeMap<>(releases.ofNodes())
                .entrySet().stream()
                        .map(node -> node.getKey() + " " + node.getValue())
                        .toArray(String[]::new);
    }

    @Override
    public boolean isEqualEverywhere() {
        return releases.ofNodes().values().stream().allMatch(releases.current()::equals);
    }
}
