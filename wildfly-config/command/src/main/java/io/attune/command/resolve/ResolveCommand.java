package io.attune.command.resolve;

import io.attune.command.CommandFailure;
import io.attune.command.Installation;
import io.attune.identity.matching.MatchedTable;
import io.attune.identity.matching.MatchingDefinition;
import io.attune.identity.matching.MatchingDefinitionReader;
import io.attune.identity.matching.PersonTable;
import io.attune.identity.matching.ResolvedTable;
import io.attune.identity.matching.Resolver;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Finds the records of one person in any CSV of persons. */
@Command(
        name = "resolve",
        description = "Finds the rows of one person in a CSV file, or links the rows of two. Needs no running hub.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Attributes: given_name family_name birth_date email phone street_number street address2 city region postcode"
                    + " country customer_id.",
            "Example: attune resolve people.csv --fields given_name=first,family_name=last,birth_date=dob --out who.csv"
        })
public final class ResolveCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", description = "A CSV file with a header.")
    private Path file;

    @Option(
            names = "--link",
            paramLabel = "FILE2",
            description = "Link FILE with this one, one row to one row at most.")
    private Path link;

    @Option(
            names = "--fields",
            required = true,
            paramLabel = "attribute=column,…",
            description = "Which column tells what.")
    private String fields;

    @Option(
            names = "--truth",
            paramLabel = "COLUMN[:REGEX]",
            description = "Who a row truly is, by the regular expression's one group; measures the result.")
    private String truth;

    @Option(names = "--out", paramLabel = "CSV", description = "Where to write the cluster of each row.")
    private Path out;

    @Option(names = "--report", paramLabel = "JSON", description = "Where to write what was found and how good it is.")
    private Path report;

    @Option(
            names = "--explain",
            paramLabel = "ROW,ROW",
            description = "Explain field by field why two rows (from 0) are taken for one person or for two.")
    private String explain;

    @Option(
            names = "--explain-out",
            paramLabel = "FILE",
            description = "Where to write the explanation: a picture if the name ends in .svg, else JSON.")
    private Path explainOut;

    @Override
    public Integer call() {
        if (explainOut != null && explain == null) {
            throw new CommandFailure("--explain-out needs --explain ROW,ROW, which says what to explain");
        }
        long start = System.nanoTime();
        MatchingDefinition definition =
                MatchingDefinitionReader.read(Installation.current().root().resolve("connectors-config/matching.yaml"));
        FieldMapping mapping = FieldMapping.parse(fields);
        Optional<TruthColumn> truthColumn = Optional.ofNullable(truth).map(TruthColumn::parse);
        PersonTable table = new PersonTable(mapping.attributes());
        List<String> people = new ArrayList<>();
        RowReader reader = new RowReader(mapping, truthColumn, table, people);
        reader.read(file);
        if (link != null) {
            table.startSecondFile();
            reader.read(link);
        }
        MatchedTable matched = new Resolver(definition).match(table);
        ResolvedTable resolved = matched.resolved();
        if (out != null) {
            ClusterFile.write(out, resolved, table.firstFile());
        }
        ResolveReport summary =
                ResolveReport.of(table, resolved, truthColumn.map(column -> people), (System.nanoTime() - start) / 1e9);
        if (report != null) {
            summary.write(report);
        }
        PrintWriter terminal = spec.commandLine().getOut();
        summary.lines().forEach(terminal::println);
        if (explain != null) {
            Explained explained = Explained.of(explain, matched, table.size());
            explained.lines().forEach(terminal::println);
            if (explainOut != null) {
                explained.write(explainOut);
            }
        }
        terminal.flush();
        return CommandLine.ExitCode.OK;
    }
}
