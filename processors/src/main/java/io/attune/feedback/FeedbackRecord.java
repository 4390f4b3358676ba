package io.attune.feedback;

/**
 * A canonical record that feedback became, on its way to the topic of records.
 *
 * @param partitionKey its identifier, {@code kind:value}
 * @param json the canonical form
 */
public record FeedbackRecord(String partitionKey, String json) {

    @Override
    public String toString() {
        return "FeedbackRecord";
    }
}
