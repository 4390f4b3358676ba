package io.attune.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** Runs commands as a shell does, and keeps what the last one wrote. Not thread-safe. */
final class Terminal {
    private final StringWriter out = new StringWriter();
    private final StringWriter error = new StringWriter();

    /** The exit code. */
    int run(List<String> arguments) {
        out.getBuffer().setLength(0);
        error.getBuffer().setLength(0);
        return Attune.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(error, true))
                .execute(arguments.toArray(String[]::new));
    }

    String out() {
        return out.toString();
    }

    String error() {
        return error.toString();
    }

    /** The one line of JSON that a scheduler reads. */
    JsonNode result() throws JsonProcessingException {
        assertThat(out().lines()).hasSize(1);
        return new ObjectMapper().readTree(out());
    }
}
