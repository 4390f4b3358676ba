package io.attune.sandbox.standin.salesforce;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.attune.sandbox.http.Json;
import java.util.Collection;

/** Objects as Salesforce shows them. */
final class ObjectAnswers {
    private ObjectAnswers() {}

    static ObjectNode selected(ObjectType type, SObject object, Collection<Field> fields, String version) {
        ObjectNode shown = Json.object();
        shown.putObject("attributes")
                .put("type", type.name())
                .put("url", "/services/data/" + version + "/sobjects/" + type.name() + "/" + object.id());
        for (Field field : fields) {
            shown.set(
                    field.name(),
                    Json.MAPPER.valueToTree(object.value(field.name()).orElse(null)));
        }
        return shown;
    }
}
