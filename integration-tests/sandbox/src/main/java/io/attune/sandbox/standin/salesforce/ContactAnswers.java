package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.util.Collection;

/** Contacts as Salesforce shows them. */
final class ContactAnswers {
    private ContactAnswers() {}

    static ObjectNode selected(Contact contact, Collection<ContactField> fields, String version) {
        ObjectNode shown = Json.object();
        shown.putObject("attributes")
                .put("type", "Contact")
                .put("url", "/services/data/" + version + "/sobjects/Contact/" + contact.id());
        for (ContactField field : fields) {
            shown.set(
                    field.name(),
                    Json.MAPPER.valueToTree(contact.value(field.name()).orElse(null)));
        }
        return shown;
    }
}
