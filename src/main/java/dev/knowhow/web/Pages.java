package dev.knowhow.web;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.AbstractLinkBuilder;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// Turns a page's record into HTML.
///
/// A page sees one variable, `page`; what it may do with it is [PropertyPath]. `@{/static/...}` is
/// the hashed address of a file, `#{key}` a message of [Words]. Thread-safe.
final class Pages {
  private final TemplateEngine engine = new TemplateEngine();

  Pages(Assets assets, Words words) {
    StandardDialect dialect = new StandardDialect();
    dialect.setVariableExpressionEvaluator(new PropertyPath());
    engine.setDialect(dialect);
    ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
    resolver.setPrefix("templates/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    engine.setTemplateResolver(resolver);
    engine.setMessageResolver(words);
    engine.setLinkBuilder(new AssetLinks(assets));
  }

  /// The HTML of `page` by the file `templates/<name>.html`.
  String html(String name, Object page) {
    return engine.process(name, new Context(Locale.US, Map.of("page", page)));
  }

  /// The HTML of one fragment of a page's file.
  String fragment(String name, String fragment, Object page) {
    return engine.process(
        name, java.util.Set.of(fragment), new Context(Locale.US, Map.of("page", page)));
  }

  private static final class AssetLinks extends AbstractLinkBuilder {
    private final Assets assets;

    AssetLinks(Assets assets) {
      this.assets = assets;
    }

    @Override
    public @Nullable String buildLink(
        IExpressionContext context, String base, Map<String, Object> parameters) {
      if (!base.startsWith("/static/")) {
        throw new IllegalArgumentException("@{...} is for /static/ only, found " + base);
      }
      return assets.address(base);
    }
  }
}
