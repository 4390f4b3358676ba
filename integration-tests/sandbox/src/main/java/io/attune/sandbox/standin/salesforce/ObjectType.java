package io.attune.sandbox.standin.salesforce;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A kind of objects that the organization holds, with its fields.
 *
 * @param prefix the first three characters of its ids
 * @param fields by name in lower case: names are compared without case, as Salesforce does
 */
public record ObjectType(String name, String prefix, Map<String, Field> fields) {
    private static final List<Field> COMMON = List.of(
            new Field("CreatedDate", Field.Type.INSTANT, 0, false),
            new Field("SystemModstamp", Field.Type.INSTANT, 0, false),
            new Field("IsDeleted", Field.Type.BOOLEAN, 0, false));

    static final ObjectType CONTACT = of(
            "Contact",
            "003",
            new Field("FirstName", Field.Type.TEXT, 40, true),
            new Field("LastName", Field.Type.TEXT, 80, true),
            new Field("Email", Field.Type.EMAIL, 80, true),
            new Field("Phone", Field.Type.TEXT, 40, true),
            new Field("MobilePhone", Field.Type.TEXT, 40, true),
            new Field("Birthdate", Field.Type.DATE, 0, true),
            new Field("MailingStreet", Field.Type.TEXT, 255, true),
            new Field("MailingCity", Field.Type.TEXT, 40, true),
            new Field("MailingState", Field.Type.TEXT, 80, true),
            new Field("MailingPostalCode", Field.Type.TEXT, 20, true),
            new Field("MailingCountry", Field.Type.TEXT, 80, true),
            new Field("Loyalty_Id__c", Field.Type.TEXT, 80, true),
            new Field("Customer_Id__c", Field.Type.TEXT, 80, true),
            new Field("Time_Zone__c", Field.Type.TEXT, 80, true),
            new Field("Language__c", Field.Type.TEXT, 20, true),
            new Field("Group__c", Field.Type.TEXT, 80, true),
            new Field("Email_Consent__c", Field.Type.PICKLIST, 40, true),
            new Field("Email_Consent_At__c", Field.Type.INSTANT, 0, true),
            new Field("Sms_Consent__c", Field.Type.PICKLIST, 40, true),
            new Field("Sms_Consent_At__c", Field.Type.INSTANT, 0, true),
            new Field("Attune_Profile_Id__c", Field.Type.TEXT, 36, true),
            new Field("Attune_Segments__c", Field.Type.TEXT, 1000, true),
            new Field("Attune_Churn__c", Field.Type.NUMBER, 0, true));

    static final ObjectType LEAD = of(
            "Lead",
            "00Q",
            new Field("FirstName", Field.Type.TEXT, 40, true),
            new Field("LastName", Field.Type.TEXT, 80, true),
            new Field("Company", Field.Type.TEXT, 255, true),
            new Field("Email", Field.Type.EMAIL, 80, true),
            new Field("Phone", Field.Type.TEXT, 40, true),
            new Field("MobilePhone", Field.Type.TEXT, 40, true),
            new Field("Street", Field.Type.TEXT, 255, true),
            new Field("City", Field.Type.TEXT, 40, true),
            new Field("State", Field.Type.TEXT, 80, true),
            new Field("PostalCode", Field.Type.TEXT, 20, true),
            new Field("Country", Field.Type.TEXT, 80, true),
            new Field("LeadSource", Field.Type.TEXT, 40, true),
            new Field("Status", Field.Type.TEXT, 40, true),
            new Field("HasOptedOutOfEmail", Field.Type.BOOLEAN, 0, true),
            new Field("IsConverted", Field.Type.BOOLEAN, 0, false),
            new Field("ConvertedContactId", Field.Type.ID, 18, false));

    static final ObjectType CASE = of(
            "Case",
            "500",
            new Field("CaseNumber", Field.Type.TEXT, 30, false),
            new Field("ContactId", Field.Type.ID, 18, true),
            new Field("SuppliedEmail", Field.Type.EMAIL, 80, true),
            new Field("SuppliedPhone", Field.Type.TEXT, 40, true),
            new Field("Subject", Field.Type.TEXT, 255, true),
            new Field("Description", Field.Type.TEXT, 32_000, true),
            new Field("Status", Field.Type.TEXT, 40, true),
            new Field("Priority", Field.Type.TEXT, 40, true),
            new Field("Type", Field.Type.TEXT, 40, true),
            new Field("Origin", Field.Type.TEXT, 40, true),
            new Field("Reason", Field.Type.TEXT, 40, true),
            new Field("IsClosed", Field.Type.BOOLEAN, 0, false),
            new Field("ClosedDate", Field.Type.INSTANT, 0, false));

    private static ObjectType of(String name, String prefix, Field... own) {
        Map<String, Field> fields = new LinkedHashMap<>();
        Stream.of(Stream.of(new Field("Id", Field.Type.ID, 18, false)), Stream.of(own), COMMON.stream())
                .flatMap(part -> part)
                .forEach(field -> fields.put(field.name().toLowerCase(Locale.ROOT), field));
        return new ObjectType(name, prefix, Collections.unmodifiableMap(fields));
    }

    Optional<Field> field(String wanted) {
        return Optional.ofNullable(fields.get(wanted.toLowerCase(Locale.ROOT)));
    }
}
