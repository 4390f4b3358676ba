package io.attune.sandbox.standin.salesforce;

import io.attune.sandbox.standin.Addresses;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of a contact.
 *
 * @param length most characters of a text; 0 for other types
 * @param writable whether an API client may set it
 */
record ContactField(String name, Type type, int length, boolean writable) {
    enum Type {
        ID,
        TEXT,
        EMAIL,
        PICKLIST,
        DATE,
        INSTANT,
        BOOLEAN,
        NUMBER
    }

    static final Map<String, ContactField> ALL = all();

    /** Names are compared without case, as Salesforce does. */
    static Optional<ContactField> named(String name) {
        return Optional.ofNullable(ALL.get(name.toLowerCase(Locale.ROOT)));
    }

    private static Map<String, ContactField> all() {
        Map<String, ContactField> fields = new LinkedHashMap<>();
        Arrays.asList(
                        new ContactField("Id", Type.ID, 18, false),
                        new ContactField("FirstName", Type.TEXT, 40, true),
                        new ContactField("LastName", Type.TEXT, 80, true),
                        new ContactField("Email", Type.EMAIL, 80, true),
                        new ContactField("Phone", Type.TEXT, 40, true),
                        new ContactField("MobilePhone", Type.TEXT, 40, true),
                        new ContactField("Birthdate", Type.DATE, 0, true),
                        new ContactField("MailingStreet", Type.TEXT, 255, true),
                        new ContactField("MailingCity", Type.TEXT, 40, true),
                        new ContactField("MailingState", Type.TEXT, 80, true),
                        new ContactField("MailingPostalCode", Type.TEXT, 20, true),
                        new ContactField("MailingCountry", Type.TEXT, 80, true),
                        new ContactField("Loyalty_Id__c", Type.TEXT, 80, true),
                        new ContactField("Customer_Id__c", Type.TEXT, 80, true),
                        new ContactField("Time_Zone__c", Type.TEXT, 80, true),
                        new ContactField("Language__c", Type.TEXT, 20, true),
                        new ContactField("Group__c", Type.TEXT, 80, true),
                        new ContactField("Email_Consent__c", Type.PICKLIST, 40, true),
                        new ContactField("Email_Consent_At__c", Type.INSTANT, 0, true),
                        new ContactField("Sms_Consent__c", Type.PICKLIST, 40, true),
                        new ContactField("Sms_Consent_At__c", Type.INSTANT, 0, true),
                        new ContactField("Attune_Profile_Id__c", Type.TEXT, 36, true),
                        new ContactField("Attune_Segments__c", Type.TEXT, 1000, true),
                        new ContactField("Attune_Churn__c", Type.NUMBER, 0, true),
                        new ContactField("CreatedDate", Type.INSTANT, 0, false),
                        new ContactField("SystemModstamp", Type.INSTANT, 0, false),
                        new ContactField("IsDeleted", Type.BOOLEAN, 0, false))
                .forEach(field -> fields.put(field.name().toLowerCase(Locale.ROOT), field));
        return Collections.unmodifiableMap(fields);
    }

    /** What is wrong with a value, if anything: the error's code. */
    Optional<String> problem(Object value) {
        String text = value.toString();
        boolean right = switch (type) {
            case ID, TEXT -> value instanceof String;
            case EMAIL -> text.isEmpty() || Addresses.isEmail(text);
            case PICKLIST -> text.isEmpty() || text.equals("Granted") || text.equals("Withdrawn");
            case DATE -> parses(() -> LocalDate.parse(text));
            case INSTANT -> parses(() -> OffsetDateTime.parse(normalizedOffset(text)));
            case BOOLEAN -> value instanceof Boolean;
            case NUMBER -> value instanceof Number;
        };
        if (!right) {
            return Optional.of(
                    switch (type) {
                        case EMAIL -> "INVALID_EMAIL_ADDRESS";
                        case PICKLIST -> "INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST";
                        default -> "INVALID_TYPE_ON_FIELD_IN_RECORD";
                    });
        }
        return length > 0 && text.length() > length ? Optional.of("STRING_TOO_LONG") : Optional.empty();
    }

    /** Salesforce writes +0000, and reads that as well as +00:00 and Z. */
    static String normalizedOffset(String text) {
        return text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
    }

    private static boolean parses(Runnable parsing) {
        try {
            parsing.run();
            return true;
        } catch (DateTimeParseException malformed) {
            return false;
        }
    }
}
