package io.attune.feedback;

import java.util.List;

/**
 * What a report became, and what its sender is answered once the records are in Kafka.
 *
 * @param status HTTP
 */
record FeedbackAnswer(int status, String contentType, String body, List<FeedbackRecord> records) {

    FeedbackAnswer {
        records = List.copyOf(records);
    }

    static FeedbackAnswer taken(List<FeedbackRecord> records) {
        return new FeedbackAnswer(200, "text/plain", "", records);
    }

    static FeedbackAnswer refused(int status, String reason) {
        return new FeedbackAnswer(status, "text/plain", reason, List.of());
    }
}
