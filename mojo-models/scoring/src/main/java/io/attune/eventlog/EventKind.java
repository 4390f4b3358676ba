package io.attune.eventlog;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What was done, as far as training must know it. */
public enum EventKind {
    /** What a label looks for: a purchase, or whatever a log without kinds consists of. */
    ACTIVITY,
    /** Something else that a person did: a view, an opened mail. */
    OTHER,
    /** A purchase taken back: a cancellation, a return, a refund. */
    CANCELLATION;

    private static final Pattern TAKEN_BACK =
            Pattern.compile("(?i).*(cancel|refund|return|credit|storno|charge.?back|void).*");
    // An invoice number that begins with a C, as in C536379, is a credit note.
    private static final Pattern CREDIT_NOTE = Pattern.compile("[Cc]-?\\d{3,}");
    private static final Set<String> PURCHASES = Set.of(
            "purchase",
            "purchased",
            "purchases",
            "buy",
            "bought",
            "order",
            "ordered",
            "order completed",
            "order_completed",
            "transaction",
            "sale",
            "sold",
            "checkout",
            "payment",
            "invoice",
            "paid",
            "conversion");

    /** Whether a text of the kind column says that something was taken back. */
    static boolean isCancellation(String text) {
        return CREDIT_NOTE.matcher(text).matches() || TAKEN_BACK.matcher(text).matches();
    }

    /** Whether a text of the kind column says that something was bought. */
    static boolean isPurchase(String text) {
        return PURCHASES.contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
