package io.attune.identity.matching;

import java.util.List;

/**
 * What was learned of a file, to be shown.
 *
 * @param levels how records of one person and of strangers compare
 * @param relations how many pairs there are of each kind
 */
public record Learned(List<Level> levels, List<Relation> relations) {
    public Learned {
        levels = List.copyOf(levels);
        relations = List.copyOf(relations);
    }

    /**
     * One level of one comparison.
     *
     * @param onePerson its share among pairs of one person
     * @param strangers its share among pairs of strangers
     * @param bits what it weighs: the binary logarithm of the ratio of both; exact agreement on a rare value weighs more
     */
    public record Level(String comparison, String level, double onePerson, double strangers, double bits) {}

    /** About how many pairs of the file are of a kind; the first kind is one person. */
    public record Relation(String name, double pairs) {}
}
