package io.attune.configuration;

import java.util.Map;

/** Web sources that may send events, with their write keys. */
public record WebConfiguration(Map<String, String> writeKeys) {
    public WebConfiguration {
        writeKeys = Map.copyOf(writeKeys);
    }

    static WebConfiguration read(Values values) {
        return new WebConfiguration(values.pairs("attune.web.write-keys"));
    }

    @Override
    public String toString() {
        return "write keys of " + writeKeys.keySet();
    }
}
