package io.attune.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds every name that a template reads, in every branch, which rendering alone would not. Works on the text as it is
 * written, so that lines are those of the file.
 */
final class TokenScan {

    private static final Pattern TAG = Pattern.compile("\\{\\{(.*?)}}|\\{%(.*?)%}", Pattern.DOTALL);
    private static final Pattern STRING = Pattern.compile("\"[^\"]*\"|'[^']*'");
    private static final Pattern FILTER = Pattern.compile("\\|\\s*[A-Za-z_]\\w*");
    private static final Pattern TEST = Pattern.compile("\\bis(\\s+not)?\\s+\\w+");
    private static final Pattern NAME = Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\w|\\s*\\()");
    private static final Pattern LOOP = Pattern.compile("\\s*-?\\s*for\\s+([\\w\\s,]+?)\\s+in\\b");
    private static final Pattern ASSIGNMENT = Pattern.compile("\\s*-?\\s*set\\s+(\\w+)");
    private static final Set<String> WORDS = Set.of(
            "and",
            "or",
            "not",
            "in",
            "is",
            "if",
            "elif",
            "else",
            "endif",
            "for",
            "endfor",
            "set",
            "true",
            "false",
            "none",
            "True",
            "False",
            "None",
            "loop",
            "unless",
            "endunless");

    private TokenScan() {}

    static List<UsedToken> of(String template) {
        Set<String> own = new HashSet<>();
        List<UsedToken> used = new ArrayList<>();
        Matcher tag = TAG.matcher(template);
        while (tag.find()) {
            boolean statement = tag.group(2) != null;
            String code = statement ? tag.group(2) : tag.group(1);
            if (statement) {
                own.addAll(declared(code));
            }
            int line = 1
                    + (int) template.substring(0, tag.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            names(code).stream()
                    .filter(name -> !own.contains(name))
                    .forEach(name -> used.add(new UsedToken(name, line)));
        }
        return used;
    }

    private static List<String> declared(String code) {
        Matcher loop = LOOP.matcher(code);
        if (loop.lookingAt()) {
            return List.of(loop.group(1).strip().split("\\s*,\\s*", -1));
        }
        Matcher assignment = ASSIGNMENT.matcher(code);
        return assignment.lookingAt() ? List.of(assignment.group(1)) : List.of();
    }

    private static List<String> names(String code) {
        String bare = STRING.matcher(code).replaceAll(" ");
        bare = TEST.matcher(bare).replaceAll(" ");
        bare = FILTER.matcher(bare).replaceAll(" ");
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(bare);
        while (name.find()) {
            if (!WORDS.contains(name.group(1))) {
                names.add(name.group(1));
            }
        }
        return names;
    }
}
