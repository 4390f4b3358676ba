package io.attune.card;

import io.attune.evaluation.GroupFigures;
import java.util.List;

/** The figures of each group, one a row; nothing where there are no groups. */
final class GroupTable {
    private GroupTable() {}

    static String of(List<GroupFigures> groups) {
        return groups.isEmpty()
                ? ""
                : Html.table(
                        List.of("group", "rows", "positive", "AUC", "said on average", "acted on", "found"),
                        groups.stream()
                                .map(group -> List.of(
                                        "<b>" + Html.escape(group.group()) + "</b>",
                                        Html.number((double) group.rows()),
                                        Html.percent((double) group.positives() / group.rows()),
                                        Html.number(group.auc()),
                                        Html.percent(group.meanScore()),
                                        Html.percent(group.chosen()),
                                        Double.isNaN(group.found()) ? "–" : Html.percent(group.found())))
                                .toList());
    }
}
