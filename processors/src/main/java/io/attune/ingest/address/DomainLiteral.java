package io.attune.ingest.address;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A domain in brackets: an IPv4 or IPv6 address (RFC 5321, section 4.1.3), or whatever else RFC 5322 lets stand there. Used once. */
final class DomainLiteral {
    private static final String OCTET = "(25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";
    private static final Pattern IPV4 = Pattern.compile("\\b" + OCTET + "(\\." + OCTET + "){3}$");
    private static final Pattern GROUP = Pattern.compile("[0-9A-Fa-f]{0,4}");
    private static final String IPV6 = "ipv6:";
    private static final int GROUPS = 8;

    private final Cursor cursor;
    private final Whitespace whitespace;
    private final StringBuilder text = new StringBuilder();

    DomainLiteral(Cursor cursor, Whitespace whitespace) {
        this.cursor = cursor;
        this.whitespace = whitespace;
    }

    /** Reads from the opening bracket to the closing one. */
    String read() throws MalformedAddress {
        cursor.next();
        while (cursor.peek() != ']') {
            character(cursor.peek());
        }
        cursor.next();
        judge();
        return "[" + text + "]";
    }

    private void character(int character) throws MalformedAddress {
        switch (character) {
            case Cursor.END -> throw new MalformedAddress("a bracket is not closed");
            case '\\' -> {
                cursor.note(Grade.UNREACHABLE, "a backslash stands in brackets");
                text.append(whitespace.quotedPair());
            }
            case ' ', '\t', '\r' -> {
                cursor.note(Grade.COMMENTED, "white space stands in brackets");
                whitespace.fold();
            }
            default -> {
                if (character == 0 || character == '[' || character > 0x7f) {
                    throw new MalformedAddress("a character stands in brackets that must not");
                }
                if (Cursor.isControl(character)) {
                    cursor.note(Grade.UNREACHABLE, "a control character stands in brackets");
                }
                text.appendCodePoint(cursor.next());
            }
        }
    }

    private void judge() {
        Matcher version4 = IPV4.matcher(text);
        boolean found = version4.find();
        if (found && version4.start() == 0) {
            cursor.note(Grade.UNUSUAL, "the domain is an IPv4 address");
            return;
        }
        String address = found ? text.substring(0, version4.start()) + "0:0" : text.toString();
        if (address.toLowerCase(Locale.ROOT).startsWith(IPV6)) {
            version6(address.substring(IPV6.length()));
        } else {
            cursor.note(Grade.UNREACHABLE, "the domain in brackets is no address of the Internet");
        }
    }

    private void version6(String address) {
        List<String> groups = Arrays.asList(address.split(":", -1));
        int gap = address.indexOf("::");
        if (gap < 0) {
            unless(groups.size() == GROUPS);
        } else {
            boolean atEdge = gap == 0 || gap == address.length() - 2;
            int most = atEdge ? GROUPS + 1 : GROUPS;
            unless(gap == address.lastIndexOf("::") && groups.size() <= most);
            if (groups.size() == most) {
                cursor.note(Grade.OBSOLETE, "the gap of the IPv6 address stands for one group only");
            }
        }
        unless(!address.startsWith(":") || address.startsWith("::"));
        unless(!address.endsWith(":") || address.endsWith("::"));
        unless(groups.stream().allMatch(group -> GROUP.matcher(group).matches()));
        cursor.note(Grade.UNUSUAL, "the domain is an IPv6 address");
    }

    private void unless(boolean right) {
        if (!right) {
            cursor.note(Grade.UNREACHABLE, "the domain in brackets is no IPv6 address");
        }
    }
}
