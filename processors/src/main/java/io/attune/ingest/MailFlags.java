package io.attune.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import io.attune.ingest.address.MailDomains;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What the domains of a record's addresses tell: {@code disposable_email}, and of a customer {@code free_email}, which would stand on
 * most events otherwise.
 */
record MailFlags(MailDomains disposable, MailDomains free) {
    Set<String> of(JsonNode record) {
        boolean customer = record.path("schema").asText().startsWith("customer/");
        Set<String> flags = new LinkedHashSet<>();
        for (JsonNode identifier : record.path("identifiers")) {
            if (identifier.path("kind").asText().equals("email")) {
                String address = identifier.path("value").asText();
                if (disposable.holds(address)) {
                    flags.add("disposable_email");
                }
                if (customer && free.holds(address)) {
                    flags.add("free_email");
                }
            }
        }
        return flags;
    }
}
