package io.attune.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How unequally people who should be acted on are, by group: the lowest share of them that is found, by the highest. Groups
 * with few such people say nothing.
 *
 * @param lowest the group of which the smallest share is found
 * @param highest the group of which the largest share is found
 * @param ratio of the two shares, in [0, 1]; 1 is equal
 */
public record Disparity(String lowest, String highest, double ratio) {
    /** With fewer positives, chance alone makes a group's share differ by a fifth. */
    public static final int FEWEST = 50;

    /** Empty when there are no two groups of enough people. */
    public static Optional<Disparity> of(List<GroupFigures> groups) {
        List<GroupFigures> heard =
                groups.stream().filter(group -> group.positives() >= FEWEST).toList();
        if (heard.size() < 2) {
            return Optional.empty();
        }
        Comparator<GroupFigures> byFound = Comparator.comparingDouble(GroupFigures::found);
        GroupFigures lowest = heard.stream().min(byFound).orElseThrow();
        GroupFigures highest = heard.stream().max(byFound).orElseThrow();
        double ratio = highest.found() == 0 ? 1 : lowest.found() / highest.found();
        return Optional.of(new Disparity(lowest.group(), highest.group(), ratio));
    }
}
