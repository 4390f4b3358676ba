package io.attune.profile;

import java.util.List;
import java.util.Optional;

/** The attributes of the shipped mappings, as the shipped {@code attributes.yaml} has them. */
final class StandardAttributes {
    static final AttributeDefinitions DEFINITIONS = AttributeDefinitions.of(
            List.of(
                    ordinary("country", "Where the person lives: ISO 3166 alpha-2", AttributeType.TEXT, "Country"),
                    ordinary("time_zone", "The person's IANA time zone", AttributeType.TEXT, null),
                    ordinary("language", "The language that the person reads: BCP 47", AttributeType.TEXT, null),
                    ordinary(
                            "group",
                            "The group, such as a company, that the person belongs to",
                            AttributeType.TEXT,
                            null),
                    new AttributeDefinition(
                            "created_at",
                            "When the source first knew the person",
                            AttributeType.DATE,
                            Privacy.ORDINARY,
                            true,
                            Optional.empty(),
                            Survivorship.Rule.MOST_TRUSTED,
                            "crm"),
                    personal("given_name", "First name", "FirstName"),
                    personal("family_name", "Last name", "LastName"),
                    new AttributeDefinition(
                            "birth_date",
                            "Day of birth",
                            AttributeType.DATE,
                            Privacy.PERSONAL,
                            false,
                            Optional.empty(),
                            Survivorship.Rule.MOST_TRUSTED,
                            "crm"),
                    personal("street", "Street and number", null),
                    personal("postcode", "Postal code", null),
                    personal("city", "Town", "City"),
                    personal("region", "State or province", null)),
            Survivorship.NEWEST);

    private StandardAttributes() {}

    private static AttributeDefinition ordinary(String name, String description, AttributeType type, String token) {
        return definition(name, description, type, Privacy.ORDINARY, token);
    }

    private static AttributeDefinition personal(String name, String description, String token) {
        return definition(name, description, AttributeType.TEXT, Privacy.PERSONAL, token);
    }

    private static AttributeDefinition definition(
            String name, String description, AttributeType type, Privacy privacy, String token) {
        return new AttributeDefinition(
                name,
                description,
                type,
                privacy,
                privacy == Privacy.ORDINARY,
                Optional.ofNullable(token),
                Survivorship.Rule.NEWEST,
                "crm");
    }
}
