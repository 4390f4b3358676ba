package io.attune.sandbox.standin.mailchimp;

/** Why one member cannot be stored as asked. Cheap: it has no stack trace, since it is an answer, not a failure. */
final class MemberRefused extends RuntimeException {
    static final String COMPLIANCE = "Member In Compliance State";
    static final String FORGOTTEN = "Forgotten Email Not Subscribed";

    private final String title;
    private final String detail;
    private final String field;

    /** @param field empty unless one is at fault */
    MemberRefused(String title, String detail, String field) {
        super(title, null, false, false);
        this.title = title;
        this.detail = detail;
        this.field = field;
    }

    String title() {
        return title;
    }

    String detail() {
        return detail;
    }

    String field() {
        return field;
    }
}
