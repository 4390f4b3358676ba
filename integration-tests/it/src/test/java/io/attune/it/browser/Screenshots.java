package io.attune.it.browser;

import com.microsoft.playwright.Page;
import io.attune.it.environment.Repository;

/** Pictures of what a test saw, for people to look at. */
final class Screenshots {
    private Screenshots() {}

    static void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Repository.target().resolve("screenshots").resolve(name + ".png")));
    }
}
