package io.attune.content;

import java.util.Set;
import java.util.TreeSet;

/**
 * The names that a template may use. Personal ones, which stand for attributes, may be unknown of a person and need a fallback in
 * the campaign; all others always have a value, be it an empty list.
 */
public final class Tokens {

    /** The names of the segments that the person is in. */
    public static final String SEGMENTS = "segments";

    /** Up to four products, each with name, category, price, url, image_url and reason. */
    public static final String PRODUCTS = "products";

    public static final String UNSUBSCRIBE_URL = "unsubscribe_url";
    public static final String SHOP = "shop";
    public static final String SHOP_URL = "shop_url";
    public static final String CAMPAIGN = "campaign";

    /** Only where an event triggers: with type, amount and currency. */
    public static final String EVENT = "event";

    private static final Set<String> ALWAYS = Set.of(SEGMENTS, PRODUCTS, UNSUBSCRIBE_URL, SHOP, SHOP_URL, CAMPAIGN);

    private Tokens() {}

    /** What a template of a campaign may use, the personal tokens among it. */
    public static Set<String> known(Set<String> personal, boolean triggeredByEvent) {
        Set<String> known = new TreeSet<>(personal);
        known.addAll(ALWAYS);
        if (triggeredByEvent) {
            known.add(EVENT);
        }
        return known;
    }
}
