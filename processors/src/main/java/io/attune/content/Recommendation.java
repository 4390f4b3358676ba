package io.attune.content;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A product and why it is shown.
 *
 * @param reason what people read, such as "In your cart"
 */
public record Recommendation(Product product, String reason) {

    /** What a template sees; every name has a value. Only web addresses are passed on. */
    Map<String, Object> values(String shopUrl) {
        return Map.of(
                "name", product.name(),
                "category", product.category().orElse(""),
                "price", price().orElse(""),
                "url", product.url().filter(Recommendation::isWeb).orElse(shopUrl),
                "image_url", product.imageUrl().filter(Recommendation::isWeb).orElse(""),
                "reason", reason);
    }

    private Optional<String> price() {
        return product.price()
                .map(amount ->
                        symbol() + amount.setScale(2, RoundingMode.HALF_UP).toPlainString());
    }

    private String symbol() {
        try {
            return product.currency()
                    .map(code -> Currency.getInstance(code).getSymbol(Locale.ENGLISH))
                    .map(symbol -> symbol.length() > 1 ? symbol + " " : symbol)
                    .orElse("");
        } catch (IllegalArgumentException e) {
            // A currency that nobody knows is shown as the source wrote nothing.
            return "";
        }
    }

    // A source could name a javascript: address.
    private static boolean isWeb(String address) {
        return address.startsWith("https://") || address.startsWith("http://");
    }
}
