package io.attune.sandbox.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.attune.command.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a demo did, as counted in the hub's database, in the stand-ins and against the truth.
 *
 * @param records accepted records by source
 * @param rejects rejected records by source
 * @param people how many there really are
 * @param profiles how many the hub made of their traces
 * @param pairPrecision the part of the pairs of source entities joined by the hub that belong to one person
 * @param pairRecall the part of the pairs of one person that the hub joined
 * @param scored profiles with a score
 * @param churnAuc of the hub's churn scores against who buys nothing in the 90 days after now
 * @param churnAucRecencyOnly the same of the time since the last purchase alone, on the same people
 * @param segments size by name
 * @param campaigns messages by campaign and state
 * @param deliveries messages by channel and state
 * @param projections mirrored profiles by channel and state
 * @param inbox what the stand-ins received, by channel
 * @param inboxDifferences where the stand-ins and the database disagree; empty when they agree row for row
 * @param latencyMillis from the hub's receiving an event to the channel's accepting the message it caused
 */
public record DemoReport(
        Map<String, Long> records,
        Map<String, Long> rejects,
        long people,
        long profiles,
        double pairPrecision,
        double pairRecall,
        long scored,
        OptionalDouble churnAuc,
        OptionalDouble churnAucRecencyOnly,
        Map<String, Long> segments,
        Map<String, ? extends Map<String, Long>> campaigns,
        Map<String, ? extends Map<String, Long>> deliveries,
        Map<String, ? extends Map<String, Long>> projections,
        Map<String, InboxCount> inbox,
        List<String> inboxDifferences,
        Latency latencyMillis) {
    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new Jdk8Module()).enable(SerializationFeature.INDENT_OUTPUT);

    /** Messages that a stand-in received, and to how many addresses. */
    public record InboxCount(long messages, long people) {}

    /** Percentiles in milliseconds; absent when nothing was delivered for a live event. */
    public record Latency(OptionalDouble p50, OptionalDouble p99) {}

    /** Writes it as JSON. */
    public void write(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            JSON.writeValue(file.toFile(), this);
        } catch (IOException failed) {
            throw new CommandFailure("cannot write the report " + file + ": " + failed.getMessage(), failed);
        }
    }
}
