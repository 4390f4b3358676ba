package io.attune.identity.matching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a file may tell about a person, in the order in which comparisons are shown. */
public enum Attribute {
    GIVEN_NAME,
    FAMILY_NAME,
    BIRTH_DATE,
    EMAIL,
    PHONE,
    STREET_NUMBER,
    STREET,
    ADDRESS2,
    CITY,
    REGION,
    POSTCODE,
    COUNTRY,
    CUSTOMER_ID;

    /** The name in files and on the command line, such as {@code given_name}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Attribute> named(String key) {
        return Arrays.stream(values())
                .filter(attribute -> attribute.key().equals(key))
                .findFirst();
    }

    boolean isName() {
        return this == GIVEN_NAME || this == FAMILY_NAME;
    }
}
