package io.attune.frame;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The cells of a CSV as text: one list a column, trimmed, inner white space made single. Not for change after it was read.
 *
 * @param file where it came from
 * @param encoding the character set that it was read with
 * @param separator between its fields
 * @param names of its columns, in order, each once
 * @param columns as many as names, all of one length
 * @param lines the line in the file at which each row begins
 */
public record FlatFrame(
        Path file, String encoding, char separator, List<String> names, List<List<String>> columns, List<Long> lines) {

    public int rows() {
        return lines.size();
    }

    /**
     * The cells of a column, one a row.
     *
     * @throws FrameException when there is no such column, with the names that there are
     */
    public List<String> column(String name) {
        return find(name)
                .orElseThrow(() ->
                        new FrameException(file + " has no column \"" + name + "\"; it has " + String.join(", ", names)
                                + similar(name)
                                        .map(near -> ". Did you mean " + near + "?")
                                        .orElse("")));
    }

    public Optional<List<String>> find(String name) {
        int index = names.indexOf(name);
        return index < 0 ? Optional.empty() : Optional.of(columns.get(index));
    }

    /** Only these rows, in this order; the others are as if they had not been read. */
    public FlatFrame select(List<Integer> rows) {
        List<List<String>> chosen = new ArrayList<>();
        for (List<String> column : columns) {
            chosen.add(rows.stream().map(column::get).toList());
        }
        return new FlatFrame(
                file,
                encoding,
                separator,
                names,
                List.copyOf(chosen),
                rows.stream().map(lines::get).toList());
    }

    /**
     * The columns that some lists name, parted by commas; the name of a column may hold commas itself. What is no column's name
     * is returned as it is.
     */
    public Set<String> named(Collection<String> lists) {
        Set<String> found = new LinkedHashSet<>();
        for (String list : lists) {
            String[] parts = list.split(",", -1);
            for (int from = 0; from < parts.length; ) {
                int next = from + 1;
                String name = Cells.clean(parts[from]);
                for (int to = parts.length; to > from; to--) {
                    String joined = Cells.clean(String.join(",", Arrays.copyOfRange(parts, from, to)));
                    if (names.contains(joined)) {
                        name = joined;
                        next = to;
                        break;
                    }
                }
                if (!name.isEmpty()) {
                    found.add(name);
                }
                from = next;
            }
        }
        return found;
    }

    /** The columns whose names the header line has more than once: what each is called instead, and how the line calls it. */
    public Map<String, String> repeatedNames() {
        Map<String, String> repeated = new LinkedHashMap<>();
        for (String name : names) {
            String first = ColumnNames.repeated(name, names);
            if (!first.equals(name)) {
                repeated.put(name, first);
            }
        }
        return repeated;
    }

    private Optional<String> similar(String name) {
        return names.stream()
                .filter(candidate -> candidate.equalsIgnoreCase(name))
                .findFirst();
    }
}
