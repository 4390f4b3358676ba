package io.attune.sandbox.feedback;

import io.attune.sandbox.store.Journal;
import io.attune.sandbox.store.Table;
import java.net.URI;
import java.util.Optional;

/** Where the hub listens for feedback, told after it started, kept over restarts. Thread-safe. */
public final class HubAddress {
    private static final String KEY = "hub.public-url";

    private final Table<String> settings;

    public HubAddress(Journal journal) {
        this.settings = journal.table("setting", String.class);
    }

    /** The address without a slash at its end; absent until someone tells. */
    public Optional<String> publicUrl() {
        return settings.get(KEY);
    }

    /**
     * Tells where the hub listens.
     *
     * @throws IllegalArgumentException unless it is an http or https address on loopback
     */
    public void publicUrl(String url) {
        URI address = URI.create(url);
        boolean loopback = "127.0.0.1".equals(address.getHost())
                || "localhost".equals(address.getHost())
                || "[::1]".equals(address.getHost());
        boolean http = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        if (!loopback || !http) {
            throw new IllegalArgumentException("The hub's address must be http(s)://127.0.0.1:PORT, not " + url);
        }
        settings.put(KEY, url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    }
}
