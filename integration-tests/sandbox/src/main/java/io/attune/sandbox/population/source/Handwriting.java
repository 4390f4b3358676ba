package io.attune.sandbox.population.source;

import io.attune.sandbox.population.dice.Dice;
import io.attune.sandbox.population.person.Phone;
import java.util.Locale;

/** How the same thing gets written in different ways, and wrongly. */
final class Handwriting {
    private Handwriting() {}

    /** The same e-mail address, sometimes with capitals or blanks around it. */
    static String email(String email, Dice dice) {
        return switch (dice.weighted(0.62, 0.14, 0.10, 0.08, 0.06)) {
            case 0 -> email;
            case 1 -> capitalized(email);
            case 2 -> email.toUpperCase(Locale.ROOT);
            case 3 -> email + " ";
            default -> " " + capitalized(email);
        };
    }

    /** The same number in a form that needs no country to be understood. */
    static String internationalPhone(Phone phone, Dice dice) {
        String national = phone.national();
        String code = phone.callingCode();
        return switch (dice.below(4)) {
            case 0 -> phone.e164();
            case 1 -> "+" + code + " " + grouped(national, " ");
            case 2 -> "+" + code + " " + grouped(national, "-");
            default ->
                phone.trunkPrefix().isEmpty()
                        ? "+" + code + " (" + national.substring(0, 3) + ") " + national.substring(3)
                        : "+" + code + " (" + phone.trunkPrefix() + ") " + grouped(national, " ");
        };
    }

    /** The same number as people write it within the country. */
    static String nationalPhone(Phone phone, Dice dice) {
        String dialled = phone.trunkPrefix() + phone.national();
        return switch (dice.below(3)) {
            case 0 -> dialled;
            case 1 -> grouped(dialled, " ");
            default -> grouped(dialled, phone.country().equals("US") ? "-" : "/");
        };
    }

    /** A slip of the fingers among the letters before the at sign; digits stay, so that it is nobody else's. */
    static String mistypedEmail(String email, Dice dice) {
        int at = email.indexOf('@');
        return mistyped(email.substring(0, at), dice) + email.substring(at);
    }

    /** A slip of the fingers: two letters swapped, one doubled, one lost, or one replaced. */
    static String mistyped(String text, Dice dice) {
        int tries = 0;
        int place = dice.below(text.length());
        while (tries++ < text.length() && !swappable(text, place)) {
            place = (place + 1) % text.length();
        }
        if (!swappable(text, place)) {
            return text + "x";
        }
        String before = text.substring(0, place);
        char first = text.charAt(place);
        String after = text.substring(place + 1);
        return switch (dice.below(4)) {
            case 0 -> before + after.charAt(0) + first + after.substring(1);
            case 1 -> before + first + first + after;
            case 2 -> before + after;
            default -> before + (first == 'e' ? 'r' : 'e') + after;
        };
    }

    private static boolean swappable(String text, int place) {
        return place + 1 < text.length()
                && Character.isLetter(text.charAt(place))
                && Character.isLetter(text.charAt(place + 1))
                && text.charAt(place) != text.charAt(place + 1);
    }

    private static String capitalized(String email) {
        StringBuilder text = new StringBuilder(email);
        for (int at = 0; at < text.length(); at++) {
            if (at == 0 || ".@_".indexOf(text.charAt(at - 1)) >= 0) {
                text.setCharAt(at, Character.toUpperCase(text.charAt(at)));
            }
        }
        return text.toString();
    }

    private static String grouped(String digits, String separator) {
        int first = Math.min(4, digits.length());
        int second = Math.min(first + 3, digits.length());
        return digits.substring(0, first)
                + separator
                + digits.substring(first, second)
                + separator
                + digits.substring(second);
    }
}
