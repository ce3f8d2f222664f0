package dev.knowhow.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.knowhow.testing.TestServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Somebody in front of a page. Whatever a browser complains about is kept and must be nothing.
final class Person {
  private static final Set<String> NOT_TO_BE_HAD = Set.of("serious", "critical");

  private final Page page;
  private final String address;
  private final List<String> complaints = new ArrayList<>();

  Person(Page page, TestServer server) {
    this.page = page;
    this.address = server.address().toString();
    page.onPageError(error -> complaints.add("script: " + error));
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("Failed to load resource")) {
        complaints.add("console: " + message.text());
      }
    });
  }

  /// The page.
  Page page() {
    return page;
  }

  /// Opens an address of the server.
  Person opens(String path) {
    page.navigate(address + path);
    return this;
  }

  /// Becomes the owner on the welcome page.
  Person becomesOwner(String code) {
    opens("/welcome");
    page.getByLabel("One-time code").fill(code);
    page.getByLabel("Your name").fill("Ada Example");
    page.getByLabel("Email").fill("ada@example.com");
    page.getByLabel("Password").fill("correct horse battery");
    page.locator("input[name=trade][value=dental]").check();
    presses("Open Knowhow");
    assertThat(path()).isEqualTo("/");
    return this;
  }

  /// Signs in as the owner.
  Person signsIn() {
    opens("/sign-in");
    page.getByLabel("Email").fill("ada@example.com");
    page.getByLabel("Password").fill("correct horse battery");
    page.locator("main").getByRole(AriaRole.BUTTON).click();
    assertThat(path()).isEqualTo("/");
    return this;
  }

  /// Tries a template out: it becomes a tool, filled with its first example.
  Person tries(String template) {
    opens("/");
    presses("Try it: " + template);
    return this;
  }

  /// Presses the button of this name.
  Person presses(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .first()
        .click();
    return this;
  }

  /// Follows the link of this name.
  Person follows(String link) {
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link)).first().click();
    return this;
  }

  /// Waits until these words are on the page.
  Person sees(String words) {
    page.getByText(words).first().waitFor();
    return this;
  }

  /// The address without the server.
  String path() {
    String url = page.url();
    return url.substring(address.length());
  }

  /// The page passes axe with nothing serious, fits its width, and the browser has not complained.
  Person findsNothingWrong() {
    List<String> wrong =
        new AxeBuilder(page)
            .analyze().getViolations().stream()
                .filter(rule -> NOT_TO_BE_HAD.contains(rule.getImpact()))
                .map(Person::said)
                .toList();
    assertThat(wrong).as(path()).isEmpty();
    Object fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth");
    assertThat(fits).as("%s fits its width", path()).isEqualTo(true);
    assertThat(complaints).as(path()).isEmpty();
    return this;
  }

  private static String said(Rule rule) {
    return rule.getId()
        + ": "
        + rule.getHelp()
        + " "
        + rule.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }
}
