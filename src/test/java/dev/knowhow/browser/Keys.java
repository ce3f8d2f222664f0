package dev.knowhow.browser;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;

/// Hands that use no mouse: they go on with Tab until something of a name has the focus.
final class Keys {
  private static final int MOST_TABS = 150;
  private static final String FOCUSED =
      """
      (() => {
        const one = document.activeElement;
        const label = one.labels?.[0]?.textContent ?? '';
        return (one.getAttribute('aria-label') ?? '') + '|' + label + '|' + one.textContent;
      })()
      """;

  private final Page page;

  Keys(Page page) {
    this.page = page;
  }

  /// Goes to what has this name or label.
  Keyboard to(String name) {
    for (int i = 0; i < MOST_TABS; i++) {
      page.keyboard().press("Tab");
      if (String.valueOf(page.evaluate(FOCUSED)).contains(name)) {
        return page.keyboard();
      }
    }
    throw new AssertionError("the keyboard does not get to " + name + " on " + page.url());
  }
}
