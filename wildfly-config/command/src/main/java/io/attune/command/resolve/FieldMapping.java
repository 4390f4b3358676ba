package io.attune.command.resolve;

import io.attune.command.CommandFailure;
import io.attune.identity.matching.Attribute;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which column tells which attribute: {@code --fields given_name=first,family_name=last}. */
record FieldMapping(Map<Attribute, String> columns) {
    static FieldMapping parse(String text) {
        Map<Attribute, String> columns = new EnumMap<>(Attribute.class);
        for (String field : text.split(",", -1)) {
            int sign = field.indexOf('=');
            if (sign <= 0 || sign == field.length() - 1) {
                throw new CommandFailure("--fields: '" + field
                        + "' is not attribute=column; write for example --fields given_name=first,family_name=last");
            }
            String name = field.substring(0, sign).strip();
            Attribute attribute = Attribute.named(name)
                    .orElseThrow(() -> new CommandFailure(
                            "--fields: there is no attribute '" + name + "'; the attributes are " + names()));
            if (columns.put(attribute, field.substring(sign + 1).strip()) != null) {
                throw new CommandFailure("--fields names '" + name + "' twice; give each attribute one column");
            }
        }
        return new FieldMapping(columns);
    }

    private static String names() {
        return Arrays.stream(Attribute.values()).map(Attribute::key).collect(Collectors.joining(" "));
    }

    List<Attribute> attributes() {
        return List.copyOf(columns.keySet());
    }

    /** Where the attributes stand in a file's rows. */
    int[] places(CsvFile file) {
        return columns.values().stream().mapToInt(file::place).toArray();
    }
}
