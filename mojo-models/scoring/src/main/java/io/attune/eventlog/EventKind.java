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

    // Of words in small letters, parted by single blanks.
    private static final Pattern TAKEN_BACK =
            Pattern.compile("(?:.* )?(?:cancel[a-z]*|refund[a-z]*|returns?|returned|voids?"
                    + "|voided|chargebacks?|charge backs?|credit(?! card)|credited|storn[a-z]*|retoure[a-z]*|gutschrift[a-z]*"
                    + "|annul[a-z]*|rembours[a-z]*|devol[a-z]*)(?: .*)?");
    private static final Pattern CAMEL_HUMP = Pattern.compile("(?<=[a-z])(?=[A-Z])");
    private static final Pattern PUNCTUATION = Pattern.compile("[^a-z]+");
    // An invoice number that begins with a C, as in C536379, is a credit note.
    private static final Pattern CREDIT_NOTE = Pattern.compile("[Cc]-?\\d{3,}");
    private static final Set<String> PURCHASES = Set.of(
            "purchase",
            "purchased",
            "purchases",
            "purchase completed",
            "completed purchase",
            "buy",
            "bought",
            "order",
            "ordered",
            "orders",
            "order completed",
            "completed order",
            "order placed",
            "placed order",
            "order paid",
            "order created",
            "transaction",
            "transactions",
            "sale",
            "sales",
            "sold",
            "checkout",
            "checkout completed",
            "payment",
            "invoice",
            "paid",
            "conversion",
            "redemption",
            "redeemed");

    /** Whether a text of the kind column says that something was taken back. */
    static boolean isCancellation(String text) {
        return CREDIT_NOTE.matcher(text).matches()
                || TAKEN_BACK.matcher(parted(text)).matches();
    }

    /** Whether a text of the kind column says that something was bought. */
    static boolean isPurchase(String text) {
        return PURCHASES.contains(parted(text));
    }

    /** {@code orderCompleted}, {@code order_completed} and {@code Order Completed} are all {@code order completed}. */
    private static String parted(String text) {
        String words = CAMEL_HUMP.matcher(text).replaceAll(" ").toLowerCase(Locale.ROOT);
        return PUNCTUATION.matcher(words).replaceAll(" ").strip();
    }
}
