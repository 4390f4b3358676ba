package io.attune.command.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.attune.command.Attune;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;

/** One run of the command, as a person at the terminal would start it, in this checkout. */
record Run(JsonNode report) {
    static Run of(Path file, String fields, String truth, Path out, Path report) throws IOException {
        StringWriter terminal = new StringWriter();
        System.setProperty(
                "attune.root", Path.of("../..").toAbsolutePath().normalize().toString());
        int exit = Attune.commandLine()
                .setOut(new PrintWriter(terminal))
                .setErr(new PrintWriter(terminal))
                .execute(
                        "resolve",
                        file.toString(),
                        "--fields",
                        fields,
                        "--truth",
                        truth,
                        "--out",
                        out.toString(),
                        "--report",
                        report.toString());
        assertThat(exit).as(terminal.toString()).isZero();
        return new Run(new ObjectMapper().readTree(report.toFile()));
    }
}
