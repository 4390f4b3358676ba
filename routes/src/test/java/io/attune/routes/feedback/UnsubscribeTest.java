package io.attune.routes.feedback;

import java.util.Map;

class UnsubscribeTest extends ReportRoutes {
    UnsubscribeTest() {
        super(
                "feedback/unsubscribe.camel.yaml",
                Map.of("feedback-unsubscribe", "unsubscribe"),
                "feedback-unsubscribe-page");
    }
}
