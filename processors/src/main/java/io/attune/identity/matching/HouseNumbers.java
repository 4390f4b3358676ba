package io.attune.identity.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the house number out of a street where the file has no column for it: {@code 12 main st} or {@code hauptst 12a}. */
final class HouseNumbers {
    private static final Pattern BEFORE = Pattern.compile("(\\d+\\p{L}?) (.*\\p{L}.*)");
    private static final Pattern AFTER = Pattern.compile("(.*\\p{L}.*?) (\\d+ ?\\p{L}?)");

    private HouseNumbers() {}

    static void split(Map<Attribute, List<String>> columns) {
        if (columns.containsKey(Attribute.STREET_NUMBER) || !columns.containsKey(Attribute.STREET)) {
            return;
        }
        List<String> numbers = new ArrayList<>();
        List<String> streets = new ArrayList<>();
        for (String street : columns.get(Attribute.STREET)) {
            Matcher before = BEFORE.matcher(street);
            Matcher after = AFTER.matcher(street);
            if (before.matches()) {
                numbers.add(before.group(1));
                streets.add(before.group(2));
            } else if (after.matches()) {
                numbers.add(after.group(2).replace(" ", ""));
                streets.add(after.group(1));
            } else {
                numbers.add("");
                streets.add(street);
            }
        }
        columns.put(Attribute.STREET_NUMBER, numbers);
        columns.put(Attribute.STREET, streets);
    }
}
