package io.attune.ingest.address;

import io.attune.error.AttuneException;
import io.attune.error.ErrorCategory;
import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A list of mail domains, one a line: {@code example.com} is that domain, {@code *.example.com} is it and all below it. {@code #}
 * begins a comment. Immutable.
 */
public final class MailDomains {
    private static final Pattern DOMAIN = Pattern.compile("([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\\.)+[a-z0-9-]{2,}");
    private static final String BELOW = "*.";

    private final Set<String> exact;
    private final Set<String> below;

    private MailDomains(Set<String> exact, Set<String> below) {
        this.exact = Set.copyOf(exact);
        this.below = Set.copyOf(below);
    }

    /**
     * Reads a list; an absent file is an empty list.
     *
     * @throws AttuneException when a line is no domain
     */
    public static MailDomains read(Path file) {
        if (!Files.exists(file)) {
            return new MailDomains(Set.of(), Set.of());
        }
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException e) {
            throw new AttuneException("FILE_UNREADABLE", ErrorCategory.USER, file + " cannot be read as UTF-8", e);
        }
    }

    private static MailDomains of(Path file, List<String> lines) {
        Set<String> exact = new HashSet<>();
        Set<String> below = new HashSet<>();
        for (int number = 1; number <= lines.size(); number++) {
            String line = lines.get(number - 1).replaceFirst("#.*", "").strip().toLowerCase(Locale.ROOT);
            boolean wildcard = line.startsWith(BELOW);
            String domain = ascii(wildcard ? line.substring(BELOW.length()) : line);
            if (line.isEmpty()) {
                continue;
            }
            if (!DOMAIN.matcher(domain).matches()) {
                throw new AttuneException(
                        "DOMAIN_LIST_BROKEN",
                        ErrorCategory.USER,
                        file + ":" + number + ": \"" + line
                                + "\" is no domain; a line is a domain such as example.com, or *.example.com for it and all"
                                + " below it");
            }
            (wildcard ? below : exact).add(domain);
        }
        return new MailDomains(exact, below);
    }

    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Whether the domain of an address is in the list. */
    public boolean holds(String address) {
        String written = address.substring(address.lastIndexOf('@') + 1);
        String domain = written.chars().allMatch(letter -> letter < 0x80) ? written : ascii(written);
        if (exact.contains(domain)) {
            return true;
        }
        for (String at = domain; !at.isEmpty(); at = at.substring(at.indexOf('.') + 1)) {
            if (below.contains(at)) {
                return true;
            }
            if (at.indexOf('.') < 0) {
                return false;
            }
        }
        return false;
    }
}
