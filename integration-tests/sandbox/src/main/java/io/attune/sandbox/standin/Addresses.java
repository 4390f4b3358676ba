package io.attune.sandbox.standin;

import java.util.regex.Pattern;

/** What the services take for an address. */
public final class Addresses {
    private static final Pattern EMAIL = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9-]{2,63}");
    private static final Pattern E164 = Pattern.compile("\\+[1-9]\\d{6,14}");

    private Addresses() {}

    public static boolean isEmail(String text) {
        return text.length() <= 254 && EMAIL.matcher(text).matches();
    }

    /** ITU-T E.164: a plus sign and 7 to 15 digits. */
    public static boolean isPhone(String text) {
        return E164.matcher(text).matches();
    }
}
