package io.attune.feedback;

/** The pages behind the link to unsubscribe. They hold nothing personal, no script, and nothing from elsewhere. */
final class UnsubscribePage {

    private static final String FRAME = """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <style>
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: #f4f1ec;
                   color: #2b2a28; font: 17px/1.6 system-ui, sans-serif; }
            main { max-width: 26rem; margin: 1rem; padding: 2.5rem; background: #fff; border-radius: 14px;
                   box-shadow: 0 8px 30px rgba(43, 42, 40, .08); text-align: center; }
            h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.3; }
            p { margin: 0 0 1.5rem; color: #6a6762; }
            button { padding: .8rem 1.6rem; border: 0; border-radius: 8px; background: #2f5d50; color: #fff;
                     font: inherit; cursor: pointer; }
            button:focus-visible { outline: 3px solid #9cc5b8; outline-offset: 2px; }
            </style>
            </head>
            <body><main><h1>%s</h1>%s</main></body>
            </html>
            """;

    private UnsubscribePage() {}

    static String question() {
        return page("Leave our list?", """
                <p>You will no longer get messages like the one that brought you here.</p>
                <form method="post"><input type="hidden" name="List-Unsubscribe" value="One-Click">
                <button type="submit">Unsubscribe</button></form>\
                """);
    }

    static String done() {
        return page("You are unsubscribed", "<p>This counts from now on. There is nothing else to do.</p>");
    }

    static String unknown() {
        return page("This link is not known", "<p>It may have been cut off. Please use the link in the message.</p>");
    }

    private static String page(String title, String content) {
        return FRAME.formatted(title, title, content);
    }
}
