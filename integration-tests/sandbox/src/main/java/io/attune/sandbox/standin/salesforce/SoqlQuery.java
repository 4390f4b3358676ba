package io.attune.sandbox.standin.salesforce;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A query over objects of one type.
 *
 * @param count whether it asks for the number only
 */
record SoqlQuery(
        ObjectType type,
        List<Field> fields,
        boolean count,
        Predicate<SObject> condition,
        Comparator<SObject> order,
        int offset,
        int limit) {
    /** @param deleted whether to look at deleted objects too */
    List<SObject> in(List<SObject> objects, boolean deleted) {
        Stream<SObject> found =
                objects.stream().filter(object -> deleted || !object.deleted()).filter(condition);
        return found.sorted(order).skip(offset).limit(limit).toList();
    }
}
