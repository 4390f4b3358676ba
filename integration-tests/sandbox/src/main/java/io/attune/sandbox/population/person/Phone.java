package io.attune.sandbox.population.person;

/**
 * A mobile phone number.
 *
 * @param country ISO 3166 alpha-2
 * @param callingCode without the plus sign
 * @param trunkPrefix what is dialled before the national number within the country; may be empty
 * @param national the national number without the trunk prefix
 */
public record Phone(String country, String callingCode, String trunkPrefix, String national) {
    public String e164() {
        return "+" + callingCode + national;
    }

    static Phone of(Place place, String subscriber) {
        String national = place.mobilePrefix() + subscriber;
        return switch (place.country()) {
            case "US" -> new Phone("US", "1", "", national);
            case "GB" -> new Phone("GB", "44", "0", national);
            case "DE" -> new Phone("DE", "49", "0", national);
            case "FR" -> new Phone("FR", "33", "0", national);
            case "ES" -> new Phone("ES", "34", "", national);
            case "NL" -> new Phone("NL", "31", "0", national);
            case "AU" -> new Phone("AU", "61", "0", national);
            case "IN" -> new Phone("IN", "91", "0", national);
            default -> throw new IllegalArgumentException("No calling code known for " + place.country());
        };
    }
}
