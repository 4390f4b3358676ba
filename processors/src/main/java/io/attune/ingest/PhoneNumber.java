package io.attune.ingest;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import java.util.Optional;

/** Writes a telephone number in E.164, however it was typed. */
final class PhoneNumber {
    private static final int MAXIMUM_LENGTH = 40;

    private PhoneNumber() {}

    /**
     * The number in E.164; absent when the text cannot be one.
     *
     * @param region ISO 3166 alpha-2 code of the country that a number without a country code belongs to; may be empty
     */
    static Optional<String> normalize(String text, String region) {
        if (text.length() > MAXIMUM_LENGTH) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, region.isEmpty() ? "ZZ" : region);
            return numbers.isPossibleNumber(number)
                    ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
