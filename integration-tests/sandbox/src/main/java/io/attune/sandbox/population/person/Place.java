package io.attune.sandbox.population.person;

import java.time.ZoneId;

/**
 * Where people live and shop.
 *
 * @param country ISO 3166 alpha-2
 * @param postcode pattern in which {@code #} stands for a digit
 * @param weight how many people live there, relative to the other places
 * @param mobilePrefix first digits of a mobile number, in national form without the trunk prefix; six more follow
 */
public record Place(
        String country,
        String city,
        String region,
        String postcode,
        ZoneId zone,
        String language,
        double weight,
        String mobilePrefix) {}
