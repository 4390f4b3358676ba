package io.attune.record;

/** The kinds of identifiers that Attune itself knows. {@code identity.yaml} may name more. */
public final class IdentifierKind {
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";
    public static final String CUSTOMER_ID = "customer_id";
    public static final String SALESFORCE_ID = "salesforce_id";
    public static final String LOYALTY_ID = "loyalty_id";
    public static final String ANONYMOUS_ID = "anonymous_id";

    private IdentifierKind() {}
}
