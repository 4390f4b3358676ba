package io.attune.configuration;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads typed values out of the merged keys, and says what is allowed where one is not. */
final class Values {
    private final Map<String, String> values;

    Values(Map<String, String> values) {
        this.values = values;
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    String text(String key) {
        return find(key).orElseThrow(() -> {
            Setting setting = Settings.find(key).orElseThrow();
            return new ConfigurationException(
                    "CONFIGURATION_KEY_MISSING",
                    "the key " + key + " (" + setting.meaning() + ") has no value: set it, for instance to "
                            + setting.example());
        });
    }

    <T> Optional<T> when(String key, Function<Values, T> section) {
        return find(key).map(present -> section.apply(this));
    }

    int number(String key, int least, int most) {
        try {
            int number = Integer.parseInt(text(key));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw bad(key, "a whole number from " + least + " to " + most, e);
        }
        throw bad(key, "a whole number from " + least + " to " + most, null);
    }

    Duration duration(String key) {
        try {
            Duration duration = Duration.parse(text(key));
            if (!duration.isNegative() && !duration.isZero()) {
                return duration;
            }
        } catch (DateTimeParseException e) {
            throw bad(key, "an ISO 8601 duration above zero, such as PT10S or P90D", e);
        }
        throw bad(key, "an ISO 8601 duration above zero, such as PT10S or P90D", null);
    }

    LocalTime time(String key) {
        try {
            return LocalTime.parse(text(key));
        } catch (DateTimeParseException e) {
            throw bad(key, "an hour of the day, such as 02:30", e);
        }
    }

    Optional<Instant> instant(String key) {
        return find(key).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw bad(key, "an ISO 8601 instant, such as 2026-06-01T00:00:00Z", e);
            }
        });
    }

    URI url(String key) {
        String text = text(key);
        try {
            URI url = URI.create(text);
            if (("http".equals(url.getScheme()) || "https".equals(url.getScheme())) && url.getHost() != null) {
                return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : url;
            }
        } catch (IllegalArgumentException e) {
            throw bad(key, "an http or https URL", e);
        }
        throw bad(key, "an http or https URL", null);
    }

    /** Comma-separated {@code name=value} pairs. */
    Map<String, String> pairs(String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        find(key).ifPresent(text -> {
            for (String pair : text.split(",", -1)) {
                int equals = pair.indexOf('=');
                if (equals < 1 || equals == pair.length() - 1) {
                    throw bad(key, "comma-separated pairs source=key", null);
                }
                pairs.put(
                        pair.substring(0, equals).strip(),
                        pair.substring(equals + 1).strip());
            }
        });
        return pairs;
    }

    ConfigurationException bad(String key, String allowed, Throwable cause) {
        boolean secret = Settings.find(key).map(Setting::secret).orElse(false);
        return new ConfigurationException(
                "CONFIGURATION_VALUE_INVALID",
                "the key " + key + " has the value " + (secret ? "(secret)" : "'" + values.get(key) + "'")
                        + ", but takes " + allowed,
                cause);
    }
}
