package io.attune.content;

import io.attune.profile.ProfileStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** The values of the tokens for one person, fallbacks where nothing is known. Thread-safe. */
public final class PersonTokens {

    private static final String SEGMENTS =
            "select segment from segment_membership where profile_id = :profile and until is null order by segment";

    private final ProfileStore profiles;
    private final ProductBlock products;
    private final String shop;
    private final String shopUrl;
    private final Supplier<Map<String, String>> personal;

    /**
     * Tokens of a shop.
     *
     * @param shop its name, as readers know it
     * @param shopUrl where links without an address of their own lead
     * @param personal the attribute behind each token that may be unknown of a person, at the moment of a call
     */
    public PersonTokens(
            ProfileStore profiles,
            ProductBlock products,
            String shop,
            String shopUrl,
            Supplier<Map<String, String>> personal) {
        this.personal = personal;
        this.profiles = profiles;
        this.products = products;
        this.shop = shop;
        this.shopUrl = shopUrl;
    }

    /** The same shop with other personal tokens. */
    public PersonTokens with(Supplier<Map<String, String>> others) {
        return new PersonTokens(profiles, products, shop, shopUrl, others);
    }

    /** The attribute behind each token that may be unknown of a person, and needs a fallback in the campaign. */
    public Map<String, String> personal() {
        return personal.get();
    }

    /** Values for a real person. */
    public Map<String, Object> of(
            Handle handle, UUID profile, String campaign, String unsubscribeUrl, Map<String, String> fallbacks) {
        Map<String, String> known =
                profiles.attributes(handle, List.of(profile)).getOrDefault(profile, Map.of());
        List<String> segments = handle.createQuery(SEGMENTS)
                .bind("profile", profile)
                .mapTo(String.class)
                .list();
        return values(known, segments, products.of(handle, profile), campaign, unsubscribeUrl, fallbacks);
    }

    /** Values for somebody of whom these things are known: for previews and preflight. */
    public Map<String, Object> values(
            Map<String, String> attributes,
            List<String> segments,
            List<Recommendation> recommendations,
            String campaign,
            String unsubscribeUrl,
            Map<String, String> fallbacks) {
        Map<String, Object> values = new HashMap<>();
        personal()
                .forEach((token, attribute) -> Optional.ofNullable(attributes.get(attribute))
                        .filter(value -> !value.isBlank())
                        .or(() -> Optional.ofNullable(fallbacks.get(token)))
                        .ifPresent(value -> values.put(token, value)));
        values.put(Tokens.SEGMENTS, segments);
        values.put(
                Tokens.PRODUCTS,
                recommendations.stream().map(each -> each.values(shopUrl)).toList());
        values.put(Tokens.UNSUBSCRIBE_URL, unsubscribeUrl);
        values.put(Tokens.SHOP, shop);
        values.put(Tokens.SHOP_URL, shopUrl);
        values.put(Tokens.CAMPAIGN, campaign);
        return values;
    }
}
